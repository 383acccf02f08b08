package fr.opalconnect.notification.push;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryption;
import com.zerodeplibs.webpush.MessageEncryptionException;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Web push as it is (RFC 8030): encrypted for the browser (RFC 8291), signed by the landlord (RFC 8292), handed to
/// the push service. Redirects are not followed.
public final class WebPush implements PushGateway {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    /// Push services take a signature for a day at most.
    private static final Duration SIGNED_FOR = Duration.ofHours(12);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final MessageEncryption encryption = MessageEncryptions.of();
    private final VAPIDKeyPair keys;
    private final String subject;
    private final PushHosts hosts;
    private final InstantSource clock;

    /// @param subject whom a push service may ask about us: `mailto:` or `https:`
    public WebPush(VAPIDKeyPair keys, String subject, PushHosts hosts, InstantSource clock) {
        this.keys = keys;
        this.subject = subject;
        this.hosts = hosts;
        this.clock = clock;
    }

    @Override
    public Answer send(Subscription to, byte[] payload, Duration life, Urgency urgency, @Nullable String topic) {
        if (payload.length > MOST) {
            return new Answer.Refused("too long");
        }
        if (!hosts.take(to.endpoint())) {
            return new Answer.Refused("not a push service that we know");
        }
        if (!to.hasKeys()) {
            return new Answer.Refused("not the keys of a browser");
        }
        try {
            HttpResponse<Void> response =
                    http.send(request(to, encrypted(to, payload), life, urgency, topic), BodyHandlers.discarding());
            return answer(response);
        } catch (MessageEncryptionException | IllegalArgumentException e) {
            return new Answer.Refused("not the keys of a browser");
        } catch (IOException e) {
            return new Answer.Unreachable(e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unreachable("interrupted", null);
        }
    }

    private EncryptedPushMessage encrypted(Subscription to, byte[] payload) {
        return encryption.encrypt(
                UserAgentMessageEncryptionKeyInfo.of(to.p256dh(), to.auth()), PushMessage.of(payload));
    }

    private HttpRequest request(
            Subscription to, EncryptedPushMessage message, Duration life, Urgency urgency, @Nullable String topic) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to.endpoint())
                .timeout(ANSWER)
                .header("Authorization", authorization(to))
                .header("Content-Type", message.mediaType())
                .header("Content-Encoding", message.contentEncoding())
                .header("TTL", Long.toString(Math.max(0, life.toSeconds())))
                .header("Urgency", urgency.name().toLowerCase(Locale.ROOT))
                .POST(BodyPublishers.ofByteArray(message.toBytes()));
        if (topic != null) {
            request.header("Topic", topic);
        }
        return request.build();
    }

    private String authorization(Subscription to) {
        return keys.generateAuthorizationHeaderValue(VAPIDJWTParam.getBuilder()
                .resourceURLString(to.endpoint().toString())
                .expirationTime(clock.instant().plus(SIGNED_FOR))
                .subject(subject)
                .build());
    }

    private Answer answer(HttpResponse<Void> response) {
        int status = response.statusCode();
        return switch (status) {
            case 200, 201, 202, 204 ->
                new Answer.Taken(response.headers().firstValue("Location").orElse(""));
            case 404, 410 -> new Answer.Gone();
            case 413 -> new Answer.Refused("too long");
            case 408, 429 -> new Answer.Unreachable("status " + status, RetryAfter.in(response, clock));
            default ->
                status >= 500
                        ? new Answer.Unreachable("status " + status, RetryAfter.in(response, clock))
                        : new Answer.Refused("status " + status);
        };
    }
}
