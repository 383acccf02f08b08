package fr.opalconnect.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import fr.opalconnect.notification.push.PushGateway.Answer;
import fr.opalconnect.notification.push.PushGateway.Urgency;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a push service and a browser get of us, read by the RFCs with other code than it was written with.
class WebPushTest {
    private final Instant now = Instant.now();
    private static final String WORDS = "{\"title\":\"Votre conseillère a répondu\",\"url\":\"/messages/1\"}";
    private static final VAPIDKeyPair KEYS =
            VapidKeys.of("thirty-two bytes nobody knows :-)".substring(0, 32).getBytes(StandardCharsets.US_ASCII));

    private final PushService service = new PushService();
    private final BrowserKeys browser = BrowserKeys.fresh();
    private final WebPush push =
            new WebPush(KEYS, "mailto:contact@opal.example", new PushHosts(List.of(service.origin())), () -> now);

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void the_receiver_of_these_tests_reads_the_example_of_rfc_8291() throws Exception {
        BrowserKeys example = BrowserKeys.of(
                "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "BTBZMqHH6r4Tts7J_aSIgg");
        assertThat(example.read(BrowserKeys.decode("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                        + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuw"
                        + "XPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")))
                .isEqualTo("When I grow up, I want to be a watermelon");
    }

    @Test
    void a_browser_reads_what_was_sent_and_nobody_else_does() throws Exception {
        assertThat(send()).isEqualTo(new Answer.Taken("https://push.example/message/1"));
        PushService.Message message = service.messages.getFirst();
        assertThat(browser.read(message.body())).isEqualTo(WORDS);
        assertThat(message.path()).isEqualTo("/send/abc");
        assertThat(message.header("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(message.header("TTL")).isEqualTo("43200");
        assertThat(message.header("Urgency")).isEqualTo("high");
        assertThat(message.header("Topic")).isEqualTo("message-1");
        assertThat(message.body().length).isLessThanOrEqualTo(4096);
        assertThat(new String(message.body(), StandardCharsets.ISO_8859_1)).doesNotContain("conseill");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> BrowserKeys.fresh().read(message.body()))
                .isInstanceOf(java.security.GeneralSecurityException.class);
    }

    @Test
    void the_same_words_never_look_the_same() {
        send();
        send();
        assertThat(service.messages.get(0).body())
                .isNotEqualTo(service.messages.get(1).body());
    }

    @Test
    void a_push_service_can_verify_who_sends_and_to_whom_the_proof_is() throws Exception {
        send();
        Matcher vapid = Pattern.compile("vapid t=([^,]+),\\s*k=(\\S+)")
                .matcher(service.messages.getFirst().header("Authorization"));
        assertThat(vapid.matches()).isTrue();
        byte[] key = Base64.getUrlDecoder().decode(vapid.group(2));
        assertThat(key).isEqualTo(KEYS.extractPublicKeyInUncompressedForm());
        SignedJWT proof = SignedJWT.parse(vapid.group(1));
        assertThat(proof.getHeader().getAlgorithm()).hasToString("ES256");
        assertThat(proof.verify(new ECDSAVerifier(BrowserKeys.publicKey(key)))).isTrue();
        JWTClaimsSet claims = proof.getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly(service.origin());
        assertThat(claims.getSubject()).isEqualTo("mailto:contact@opal.example");
        assertThat(claims.getExpirationTime().toInstant())
                .isBetween(now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(24)));
    }

    @Test
    void the_same_secret_makes_the_same_keys_and_another_makes_others() {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 0xff);
        assertThat(VapidKeys.of(seed).extractPublicKeyInUncompressedForm())
                .isEqualTo(VapidKeys.of(seed).extractPublicKeyInUncompressedForm())
                .isNotEqualTo(VapidKeys.of(new byte[32]).extractPublicKeyInUncompressedForm())
                .hasSize(65);
    }

    @ParameterizedTest
    @CsvSource({
        "404, '', Gone[]",
        "410, '', Gone[]",
        "413, '', Refused[reason=too long]",
        "403, '', Refused[reason=status 403]",
        "307, '', Refused[reason=status 307]",
        "429, 120, 'Unreachable[reason=status 429, pause=PT2M]'",
        "503, soon, 'Unreachable[reason=status 503, pause=null]'",
        "503, 'Thu, 01 Jan 1970 00:00:00 GMT', 'Unreachable[reason=status 503, pause=PT0S]'",
        "500, '', 'Unreachable[reason=status 500, pause=null]'"
    })
    void an_answer_says_what_to_do(int status, String retryAfter, String answer) {
        service.next(status, retryAfter);
        assertThat(send()).hasToString(answer);
        assertThat(service.messages).hasSize(1); // no redirect is followed
    }

    @Test
    void what_is_too_long_never_leaves() {
        assertThat(push.send(service.subscribe("/x", browser), new byte[3001], Duration.ZERO, Urgency.LOW, null))
                .isEqualTo(new Answer.Refused("too long"));
        assertThat(service.messages).isEmpty();
    }

    @Test
    void keys_that_are_none_are_refused() {
        for (String key : List.of("", "AAAA", "!", browser.auth())) {
            Subscription to = new Subscription(URI.create(service.origin() + "/x"), key, browser.auth());
            assertThat(push.send(to, new byte[1], Duration.ZERO, Urgency.LOW, null))
                    .isEqualTo(new Answer.Refused("not the keys of a browser"));
        }
        assertThat(service.messages).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/x",
                "https://updates.push.services.mozilla.com/wpush/v2/x",
                "https://web.push.apple.com/x",
                "https://wns2-par02p.notify.windows.com/w/?token=x",
                "https://FCM.googleapis.com:443/x"
            })
    void the_known_push_services_are_taken(String endpoint) {
        assertThat(usual().take(URI.create(endpoint))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com:8443/x",
                "https://user@fcm.googleapis.com/x",
                "https://fcm.googleapis.com.evil.example/x",
                "https://evilpush.apple.com.example/x",
                "https://push.apple.com/x",
                "https://xpush.apple.com/x",
                "https://169.254.169.254/latest/meta-data",
                "https://localhost/x",
                "http://127.0.0.1:8080/x",
                "file:///etc/passwd",
                ""
            })
    void nobody_names_a_machine_of_ours_instead(String endpoint) {
        assertThat(usual().take(URI.create(endpoint))).isFalse();
        assertThat(new WebPush(KEYS, "mailto:a@b.fr", usual(), () -> now)
                        .send(
                                new Subscription(URI.create(endpoint), browser.p256dh(), browser.auth()),
                                new byte[1],
                                Duration.ZERO,
                                Urgency.LOW,
                                null))
                .isEqualTo(new Answer.Refused("not a push service that we know"));
    }

    private Answer send() {
        return push.send(
                service.subscribe("/send/abc", browser),
                WORDS.getBytes(StandardCharsets.UTF_8),
                Duration.ofHours(12),
                Urgency.HIGH,
                "message-1");
    }

    private static PushHosts usual() {
        return new PushHosts(List.of(
                "fcm.googleapis.com", "*.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com"));
    }
}
