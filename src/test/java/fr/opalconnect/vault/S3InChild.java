package fr.opalconnect.vault;

import com.robothy.s3.rest.LocalS3;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A real S3 store in a process of its own: what it keeps is not in the heap that is looked at. By hand, with the
/// tests' classes: `java -cp … fr.opalconnect.vault.S3InChild 9000`; its bucket is `opal`.
final class S3InChild implements AutoCloseable {
    private static final String READY = "S3 answers on port ";

    private final Process process;
    private final String endpoint;

    private S3InChild(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static S3InChild start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx12g", // it keeps all of a file in memory, several times
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        S3InChild.class.getName(),
                        "-1")
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {})); // else it would wait for a reader
                return new S3InChild(process, "http://localhost:" + line.substring(READY.length()));
            }
        }
        throw new AssertionError("the store ended");
    }

    /// The child.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalS3 server = LocalS3.builder().port(Integer.parseInt(arguments[0])).build();
        server.start();
        URI bucket = URI.create("http://localhost:" + server.getPort() + "/opal");
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(bucket)
                            .PUT(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.discarding());
        }
        System.out.println(READY + server.getPort());
    }

    Store store() {
        return new S3Store(new VaultSettings.S3(endpoint, "opal", "us-east-1", "key", "secret", "vault/"));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
