package fr.opalconnect.command;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the program is doing, for somebody who waits: one line, written over on a terminal.
final class Progress {
    static final Progress SILENT = new Progress(null, false);

    private final @Nullable PrintStream out;
    private final boolean terminal;

    private Progress(@Nullable PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Progress onScreen() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new Progress(System.out, terminal);
    }

    void step(String what) {
        if (out != null) {
            out.print(terminal ? "\r\033[K" + what + "…" : what + "…\n");
            out.flush();
        }
    }

    /// Takes the last step off the screen.
    void done() {
        if (out != null && terminal) {
            out.print("\r\033[K");
        }
    }
}
