package fr.opalconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program of its own with this one's classes, so that it can be killed.
public final class ChildProgram {
    private ChildProgram() {}

    /// Starts it, and waits until it says that it is ready.
    ///
    /// @param ready the line by which it says so
    public static Process start(Class<?> main, String ready, String argument) throws IOException {
        Process child = begin(main, argument);
        BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
        hear(out, ready);
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {})); // else it would wait for a reader
        return child;
    }

    /// Starts one that ends by itself.
    ///
    /// @param ready its last line
    /// @return what it said before
    public static List<String> said(Class<?> main, String ready, String argument)
            throws IOException, InterruptedException {
        Process child = begin(main, argument);
        List<String> said = hear(child.inputReader(StandardCharsets.UTF_8), ready);
        child.waitFor();
        return said;
    }

    private static Process begin(Class<?> main, String argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName(),
                        argument)
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> hear(BufferedReader out, String ready) throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = out.readLine(); !ready.equals(line); line = out.readLine()) {
            assertThat(line).as("the child ended: %s", String.join("\n", said)).isNotNull();
            said.add(line);
        }
        return said;
    }
}
