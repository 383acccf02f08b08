package fr.opalconnect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a browser does with a page's live news, for tests without one.
public final class EventSource implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile String lastId = "";
    private volatile String retry = "";
    private final HttpResponse<java.io.InputStream> response;

    /// Connects, and returns when the first line is there.
    public EventSource(String address) {
        this(address, request -> request);
    }

    public EventSource(String address, UnaryOperator<HttpRequest.Builder> with) {
        try {
            response = http.send(
                    with.apply(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/event-stream"))
                            .build(),
                    BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
        await(begun);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                begun.countDown();
                if (line.startsWith("id:")) {
                    lastId = line.substring(3);
                } else if (line.startsWith("retry:")) {
                    retry = line.substring(6);
                } else if (line.startsWith("data:")) {
                    heard.add(line.substring(5));
                }
            }
        } catch (IOException e) {
            // The server, or the test, closed it.
        } finally {
            begun.countDown();
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing came for ten seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The next topic that is told; null when nothing comes in that time.
    public @Nullable String next(Duration patience) {
        try {
            return heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    public boolean ends(Duration patience) throws InterruptedException {
        return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    public HttpResponse<?> response() {
        return response;
    }

    public String lastId() {
        return lastId;
    }

    public String retry() {
        return retry;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
