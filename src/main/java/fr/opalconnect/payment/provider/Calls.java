package fr.opalconnect.payment.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Questions over HTTP that come to an end: three seconds to connect, ten to answer, a megabyte at most, and never to
/// a place other than the one asked.
final class Calls {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LARGEST = 1 << 20;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    record Reply(int status, String body) {}

    /// @param headers names and values, in turns
    /// @throws IOException when no answer can be read: nobody knows then what became of it
    Reply post(URI address, String body, String... headers) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .headers(headers)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream answer = response.body()) {
                byte[] read = answer.readNBytes(LARGEST + 1);
                if (read.length > LARGEST) {
                    throw new IOException("the answer is too long");
                }
                return new Reply(response.statusCode(), new String(read, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
