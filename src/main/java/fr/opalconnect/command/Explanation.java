package fr.opalconnect.command;

import fr.opalconnect.platform.EmbeddedDatabase;
import fr.opalconnect.platform.UnusableSetting;
import fr.opalconnect.ui.UnusableBrand;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/// Why the program does not start, in one sentence for the person who started it.
final class Explanation {
    private Explanation() {}

    /// @return a [Failure] when the cause is one that a person can put right, else what happened, for the log
    static RuntimeException of(Exception problem, Map<String, String> settings) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Failure failure -> {
                    return failure;
                }
                case EmbeddedDatabase.Unusable unusable -> {
                    return new Failure(String.valueOf(unusable.getMessage()));
                }
                case UnusableBrand brand -> {
                    return new Failure(String.valueOf(brand.getMessage()));
                }
                case UnusableSetting setting -> {
                    return new Failure(String.valueOf(setting.getMessage()));
                }
                case PortInUseException _ -> {
                    return busy(settings.getOrDefault("server.port", "8080"));
                }
                case SQLException sql -> {
                    return new Failure("The database does not answer as it should: " + firstLine(sql.getMessage()));
                }
                default -> {}
            }
        }
        String wrong = WrongValue.in(problem);
        return new Failure(
                wrong != null
                        ? wrong
                        : "OPAL Connect' does not start: " + firstLine(why(problem))
                                + " (opal.log in the data folder says more).");
    }

    /// What our own code said at the end of a chain of beans, else what Spring says of the chain.
    private static @Nullable String why(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof IllegalStateException ? root.getMessage() : problem.getMessage();
    }

    static Failure busy(String port) {
        return new Failure("Port " + port + " is already in use. Stop what uses it, or give another one with --port.");
    }

    static String firstLine(@Nullable String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("no reason given");
    }
}
