package fr.opalconnect.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as people start and stop it: a process of its own.
class DemoProcessTest {
    private static final int SIGTERM = 143;

    @TempDir
    Path temp;

    @Test
    void the_demo_starts_survives_a_kill_and_stops_with_all_that_it_started() throws Exception {
        Path data = temp.resolve("data");
        Process first = start(data);
        List<String> said = readUntilReady(first);
        assertThat(said)
                .anyMatch(line -> line.startsWith("Bringing the demo landlord in: "))
                .anyMatch(line -> line.matches(" +Nadia Benali +0048213 +0214-02-204"))
                .anyMatch(line -> line.endsWith("/demo/sms"))
                .noneMatch(line -> line.contains("WARN") || line.contains("INFO") || line.contains("Exception"));
        assertThat(status(said)).isEqualTo(200);
        assertThat(Files.readString(data.resolve("opal.log")))
                .as("what is there already is no news")
                .doesNotContain("already exists");
        first.destroyForcibly().waitFor();
        long orphan = server(data);
        assertThat(ProcessHandle.of(orphan))
                .as("PostgreSQL outlives a killed program")
                .isPresent();

        Process second = start(data);
        assertThat(status(readUntilReady(second))).isEqualTo(200);
        assertThat(server(data)).isNotEqualTo(orphan);
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        second.toHandle().destroy();
        assertThat(second.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(SIGTERM);
        assertThat(second.inputReader(StandardCharsets.UTF_8).readLine())
                .as("nothing is said at the end")
                .isNull();
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_signal_during_the_start_leaves_nothing_behind() throws Exception {
        Path data = temp.resolve("data");
        Process process = start(data);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).startsWith("Starting PostgreSQL");
        Thread.sleep(700); // somewhere between making the cluster and talking to it
        process.toHandle().destroy();
        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(SIGTERM);
        assertThat(out.lines().filter(line -> !line.endsWith("…"))).isEmpty();
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    private static Process start(Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Xlog:disable",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Commands.class.getName(),
                "demo",
                "--port",
                "0",
                "--data",
                data.toString());
        Map<String, String> environment = builder.environment();
        environment.remove("OPAL_DATABASE_URL");
        environment.remove("JAVA_TOOL_OPTIONS");
        return builder.redirectErrorStream(true).start();
    }

    private static List<String> readUntilReady(Process process) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.startsWith("Ctrl-C")) {
                return said;
            }
        }
        throw new AssertionError("the program ended: " + said);
    }

    private static int status(List<String> said) throws Exception {
        String address = said.stream()
                .filter(line -> line.contains("is ready"))
                .map(line -> line.replaceFirst(".*(http.*)", "$1"))
                .findFirst()
                .orElseThrow();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static long server(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .getFirst()
                .strip());
    }
}
