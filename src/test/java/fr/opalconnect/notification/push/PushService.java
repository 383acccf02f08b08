package fr.opalconnect.notification.push;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/// A push service: takes what comes, and answers what the test says.
public final class PushService implements AutoCloseable {
    /// What came.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Message(String path, Headers headers, byte[] body) {
        public String header(String name) {
            return headers.getFirst(name);
        }
    }

    private record Answer(int status, String retryAfter) {}

    /// The one that every [fr.opalconnect.WholeApplication] knows; each test listens at an address of its own there.
    public static final PushService OF_ALL = new PushService();

    public final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final HttpServer server;

    public PushService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Subscription subscribe(String path, BrowserKeys browser) {
        return new Subscription(URI.create(origin() + path), browser.p256dh(), browser.auth());
    }

    /// The next answer is not 201.
    public PushService next(int status, String retryAfter) {
        answers.add(new Answer(status, retryAfter));
        return this;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            messages.add(new Message(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            Answer answer = answers.isEmpty() ? new Answer(201, "") : answers.remove();
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
            }
            if (answer.status() / 100 == 3) {
                exchange.getResponseHeaders().add("Location", origin() + "/elsewhere");
            } else {
                exchange.getResponseHeaders().add("Location", "https://push.example/message/1");
            }
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
