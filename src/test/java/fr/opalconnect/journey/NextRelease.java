package fr.opalconnect.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Stands before the program and, from one moment on, is its next release: every asset has another name, and the names
/// of before are not there any more.
final class NextRelease implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("(opal-|/assets/[a-z-]+\\.)([0-9a-f]{12})");
    private static final List<String> HEADERS =
            List.of("content-type", "cache-control", "service-worker-allowed", "opal-session", "opal-release");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int program;
    private final HttpServer server;
    private volatile boolean released;
    private volatile int delay;

    NextRelease(int program) throws IOException {
        this.program = program;
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void release() {
        released = true;
    }

    /// From now on each page takes so long.
    void slowly(int milliseconds) {
        delay = milliseconds;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = ask(exchange);
            byte[] body = answer.body();
            String type = answer.headers().firstValue("content-type").orElse("");
            if (released && type.matches("text/(html|javascript).*")) {
                body = renamed(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            }
            HEADERS.forEach(name -> answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, released ? renamed(value) : value)));
            // The program thinks that it answers itself.
            answer.headers()
                    .firstValue("location")
                    .ifPresent(where ->
                            exchange.getResponseHeaders().set("Location", where.replaceFirst("^https?://[^/]+", "")));
            wait(type);
            boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void wait(String type) {
        if (delay > 0 && !type.startsWith("text/javascript") && !type.startsWith("text/css")) {
            LockSupport.parkNanos(delay * 1_000_000L);
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange) {
        String path = exchange.getRequestURI().toString();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + program + (released ? renamed(path) : path)))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody())
                .header("Accept-Language", "fr")
                .header(
                        "Cookie",
                        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "none=1"))
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// There and back: a name read from its end is another one.
    private static String renamed(String text) {
        return NAME.matcher(text).replaceAll(name -> name.group(1) + new StringBuilder(name.group(2)).reverse());
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
