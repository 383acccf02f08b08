package fr.opalconnect.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/// Starts the demo once, looks at its first pages, and ends: what the build does so that the JVM can keep which classes
/// a start needs (its AOT cache, see `opal`). It takes more than half off each later start.
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private static final List<String> PAGES = List.of("/", "/activation", "/connexion", "/aide");

    @Override
    public Integer call() throws IOException {
        Path data = Files.createTempDirectory("opal-rehearsal");
        try (Program program = Demonstration.open(data, Port.setting(0), Progress.SILENT)) {
            visit("http://localhost:" + program.port());
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        return 0;
    }

    private static void visit(String address) throws IOException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            for (String page : PAGES) {
                browser.send(
                        HttpRequest.newBuilder(URI.create(address + page)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
