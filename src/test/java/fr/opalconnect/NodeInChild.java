package fr.opalconnect;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/// A node in a process of its own, so that it can be killed.
public final class NodeInChild implements AutoCloseable {
    private static final String READY = "the node answers on port ";

    private final Process process;
    private final int port;

    private NodeInChild(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts the whole application, and waits until it answers.
    ///
    /// @param database its JDBC address
    public static NodeInChild on(String database) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dopal.vault.folder=" + System.getProperty("opal.vault.folder", "target/vault"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        NodeInChild.class.getName(),
                        database)
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {})); // else it would wait for a reader
                return new NodeInChild(process, Integer.parseInt(line.substring(READY.length())));
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the node ended: " + said);
    }

    /// The child.
    ///
    /// @param arguments the JDBC address
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Opal.class);
        application.setAdditionalProfiles("demo");
        var context = application.run("--server.port=0", "--spring.datasource.url=" + arguments[0]);
        System.out.println(
                READY + ((WebServerApplicationContext) context).getWebServer().getPort());
    }

    public int port() {
        return port;
    }

    /// SIGKILL: it gets no time for anything.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
