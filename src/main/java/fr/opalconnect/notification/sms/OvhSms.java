package fr.opalconnect.notification.sms;

import fr.opalconnect.kernel.Phone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// OVHcloud's SMS service: one signed POST for each message.
public final class OvhSms implements SmsGateway {
    /// What OVHcloud gives a customer.
    ///
    /// @param endpoint `https://eu.api.ovh.com/1.0`
    /// @param service  the SMS account, `sms-ab12345-1`
    /// @param sender   3 to 11 letters or digits, declared there
    public record Account(
            URI endpoint,
            String service,
            String sender,
            String applicationKey,
            String applicationSecret,
            String consumerKey) {
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
            HttpResponse<String> response =
                    http.send(request(body(to, text, life)), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return answer(response.statusCode(), response.body());
        } catch (IOException | JacksonException e) {
            return new Answer.Unreachable(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unreachable("interrupted");
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

    private HttpRequest request(String body) {
        URI url = URI.create(account.endpoint() + "/sms/" + account.service() + "/jobs");
        String at = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Ovh-Application", account.applicationKey())
                .header("X-Ovh-Consumer", account.consumerKey())
                .header("X-Ovh-Timestamp", at)
                .header("X-Ovh-Signature", signature("POST", url, body, at))
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
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
        if (status == 429 || status >= 500) {
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
