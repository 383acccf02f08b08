package fr.opalconnect.command;

import fr.opalconnect.Opal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be started.
///
/// @param house    the Spring configuration: all of it, or only what a command needs
/// @param data     the data folder, made when it is missing
/// @param settings Spring properties of this start, ahead of files and the environment
/// @param profile  `demo` or `serve`; null for a command that does one thing and ends, without pages
record Start(
        Class<?> house,
        Path data,
        Map<String, String> settings,
        @Nullable String profile,
        Progress progress) {
    /// The terminal is for people: what the program logs is in opal.log.
    private static final Map<String, String> QUIET = Map.of("logging.threshold.console", "OFF");

    static Start demo(Path data, Map<String, String> settings, Progress progress) {
        Map<String, String> all = new HashMap<>(QUIET);
        // Whoever stops a demo does not wait for its visitors.
        all.put("spring.lifecycle.timeout-per-shutdown-phase", "2s");
        all.put("db-scheduler.shutdown-max-wait", "2s");
        all.putAll(settings);
        return new Start(Opal.class, data, all, "demo", progress);
    }

    /// In production, whatever collects the program's output wants its log there too.
    static Start serve(Path data, Map<String, String> settings) {
        return new Start(Opal.class, data, settings, "serve", Progress.SILENT);
    }

    /// Only who works here, for a command that changes it and ends.
    static Start staff(Path data) {
        return new Start(StaffAlone.class, data, QUIET, null, Progress.SILENT);
    }

    /// Only the vault, for a command that looks after it and ends.
    static Start vault(Path data) {
        return new Start(VaultAlone.class, data, QUIET, null, Progress.SILENT);
    }

    /// Only the exchange, for a command that takes one package and ends.
    static Start exchange(Path data) {
        return new Start(ExchangeAlone.class, data, QUIET, null, Progress.SILENT);
    }
}
