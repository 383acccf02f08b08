package fr.opalconnect.command;

import java.util.List;
import org.springframework.boot.logging.LoggingSystemProperty;

/// Commands keep their log off the console, by properties of the whole JVM; tests after them want to see it.
final class Loud {
    private Loud() {}

    static void again() {
        List.of(LoggingSystemProperty.CONSOLE_THRESHOLD, LoggingSystemProperty.LOG_FILE)
                .forEach(property -> System.clearProperty(property.getEnvironmentVariableName()));
    }
}
