package fr.opalconnect.notification.sms;

import fr.opalconnect.kernel.Phone;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// OVHcloud's SMS service: one signed POST for each message, and a GET to hear what became of it.
public final class OvhSms implements SmsGateway {
    /// What OVHcloud gives a customer.
    ///
    /// @param endpoint `https://eu.api.ovh.com/1.0`
    /// @param service  the SMS account, `sms-ab12345-1`
    /// @param sender   3 to 11 letters or digits, declared there
    /// @param receipts whether it is asked what became of messages: its consumer key must then be allowed
    ///                 `GET /sms/*/outgoing/*`
    public record Account(
            URI endpoint,
            String service,
            String sender,
            String applicationKey,
            String applicationSecret,
            String consumerKey,
            boolean receipts) {
        /// Without the keys.
        @Override
        public String toString() {
            return "Account[" + endpoint + ", " + service + ", " + sender + "]";
        }
    }

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Account account;
    private final InstantSource clock;

    public OvhSms(Account account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    @Override
    public Answer send(Phone to, String text, Duration life) {
        try {
            HttpResponse<String> response = http.send(
                    request("POST", "/jobs", body(to, text, life)), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return answer(response.statusCode(), response.body());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Answer.Unreachable(e.getClass().getSimpleName());
        } catch (IOException | JacksonException e) {
            return new Answer.Unknown(e.getClass().getSimpleName()); // it may have been read all the same
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("interrupted");
        }
    }

    @Override
    public boolean mustBeAsked() {
        return account.receipts();
    }

    @Override
    public @Nullable Receipt ask(String reference) {
        if (!reference.matches("[0-9]+")) {
            return null;
        }
        try {
            HttpResponse<String> response = http.send(
                    request("GET", "/outgoing/" + reference, ""), BodyHandlers.ofString(StandardCharsets.UTF_8));
            // Not found: it is still among the jobs.
            return response.statusCode() == 200 ? OvhReceipts.read(reference, json.readTree(response.body())) : null;
        } catch (IOException | JacksonException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private String body(Phone to, String text, Duration life) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("message", text);
        fields.put("receivers", List.of(to.e164()));
        fields.put("sender", account.sender());
        fields.put("noStopClause", true); // a code is no advertisement
        fields.put("priority", "high");
        fields.put("charset", "UTF-8");
        fields.put("coding", Gsm7.length(text) < 0 ? "8bit" : "7bit");
        fields.put("validityPeriod", Math.max(1, life.toMinutes()));
        return json.writeValueAsString(fields);
    }

    private HttpRequest request(String method, String path, String body) {
        URI url = URI.create(account.endpoint() + "/sms/" + account.service() + path);
        String at = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Ovh-Application", account.applicationKey())
                .header("X-Ovh-Consumer", account.consumerKey())
                .header("X-Ovh-Timestamp", at)
                .header("X-Ovh-Signature", signature(method, url, body, at))
                .method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private String signature(String method, URI url, String body, String at) {
        String signed =
                String.join("+", account.applicationSecret(), account.consumerKey(), method, url.toString(), body, at);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8));
            return "$1$" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is in every JDK", e);
        }
    }

    /// A refusal is told by its status only: the body may repeat the number.
    private Answer answer(int status, String body) {
        if (status == 429) {
            return new Answer.Busy("status " + status);
        }
        if (status == 502 || status == 504) {
            return new Answer.Unknown("status " + status); // what stands before it does not know either
        }
        if (status >= 500) {
            return new Answer.Unreachable("status " + status);
        }
        if (status != 200) {
            return new Answer.Refused("status " + status);
        }
        JsonNode told = json.readTree(body);
        if (!told.path("invalidReceivers").isEmpty()) {
            return new Answer.Refused("invalid receiver");
        }
        return new Answer.Taken(told.path("ids").path(0).asString(""));
    }
}
