package fr.opalconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A program of its own with this one's classes, so that it can be killed.
public final class ChildProgram {
    private ChildProgram() {}

    /// Starts it, and waits until it says that it is ready.
    ///
    /// @param ready the line by which it says so
    public static Process start(Class<?> main, String ready, String argument) throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName(),
                        argument)
                .redirectErrorStream(true)
                .start();
        BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); !ready.equals(line); line = out.readLine()) {
            assertThat(line).as("the child ended: %s", said).isNotNull();
            said.append(line).append('\n');
        }
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {})); // else it would wait for a reader
        return child;
    }
}
