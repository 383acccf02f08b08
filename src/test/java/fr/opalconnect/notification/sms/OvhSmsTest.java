package fr.opalconnect.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.SmsGateway.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against a peer that speaks the protocol of OVHcloud's documentation and signs for itself.
class OvhSmsTest {
    private static final String APPLICATION_SECRET = "applicationSecret0123456789abcde";
    private static final String CONSUMER_KEY = "consumerKey0123456789abcdefghijk";
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Phone PHONE = new Phone("+33641207742", Phone.Kind.MOBILE);

    private HttpServer peer;
    private String body = "";
    private String complaint = "";
    private int status = 200;
    private String reply = """
            {"totalCreditsRemoved":1,"invalidReceivers":[],"ids":[27814656],"validReceivers":["+33641207742"]}""";

    @BeforeEach
    void startThePeer() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/1.0/sms/sms-ab12345-1/jobs", this::answer);
        peer.createContext("/1.0/sms/sms-ab12345-1/outgoing/27814656", this::answer);
        peer.start();
    }

    @AfterEach
    void stopThePeer() {
        peer.stop(0);
    }

    @Test
    void a_message_is_one_signed_post() {
        assertThat(send("OPAL : 407123 est à vous.\n\n@localhost #407123")).isEqualTo(new Answer.Taken("27814656"));
        assertThat(complaint).isEmpty();
        JsonNode sent = JsonMapper.shared().readTree(body);
        assertThat(sent.path("receivers").path(0).asString()).isEqualTo("+33641207742");
        assertThat(sent.path("message").asString()).isEqualTo("OPAL : 407123 est à vous.\n\n@localhost #407123");
        assertThat(sent.path("sender").asString()).isEqualTo("OPAL");
        assertThat(sent.path("noStopClause").asBoolean()).isTrue();
        assertThat(sent.path("coding").asString()).isEqualTo("7bit");
        assertThat(sent.path("charset").asString()).isEqualTo("UTF-8");
        assertThat(sent.path("validityPeriod").asInt()).isEqualTo(10);
    }

    @Test
    void letters_outside_the_networks_alphabet_go_as_eight_bits() {
        send("Votre reçu est prêt");
        assertThat(JsonMapper.shared().readTree(body).path("coding").asString()).isEqualTo("8bit");
    }

    @Test
    void a_number_that_is_not_taken_is_refused_for_good() {
        reply = "{\"invalidReceivers\":[\"+33641207742\"],\"ids\":[],\"validReceivers\":[]}";
        assertThat(send("x")).isEqualTo(new Answer.Refused("invalid receiver"));
    }

    @Test
    void wrong_keys_and_wrong_requests_are_refused_without_repeating_the_number() {
        status = 403;
        reply = "{\"message\":\"+33641207742 is not allowed\"}";
        assertThat(send("x")).isEqualTo(new Answer.Refused("status 403"));
    }

    @Test
    void trouble_on_their_side_is_worth_another_try() {
        status = 503;
        assertThat(send("x")).isEqualTo(new Answer.Unreachable("status 503"));
        status = 429;
        assertThat(send("x")).isEqualTo(new Answer.Busy("status 429"));
        peer.stop(0);
        assertThat(send("x")).isInstanceOf(Answer.Unreachable.class);
    }

    /// Another try could be a second message.
    @Test
    void an_answer_that_says_nothing_may_have_been_a_yes() {
        reply = "<html>maintenance</html>";
        assertThat(send("x")).isInstanceOf(Answer.Unknown.class);
        status = 504;
        assertThat(send("x")).isEqualTo(new Answer.Unknown("status 504"));
    }

    @Test
    void it_is_asked_what_became_of_a_message() {
        reply = "{\"id\":27814656,\"receiver\":\"+33641207742\",\"deliveryReceipt\":1,\"ptt\":4}";
        Receipt delivered = gateway().ask("27814656");
        assertThat(delivered).isNotNull();
        assertThat(delivered.outcome()).isEqualTo(Receipt.Outcome.DELIVERED);
        assertThat(delivered.number()).isEqualTo("+33641207742");
        reply = "{\"id\":27814656,\"deliveryReceipt\":2,\"ptt\":24}";
        assertThat(gateway().ask("27814656"))
                .extracting(Receipt::outcome, Receipt::failure)
                .containsExactly(Receipt.Outcome.FAILED, Receipt.Failure.PHONE_OFF);
        reply = "{\"id\":27814656,\"deliveryReceipt\":0,\"ptt\":1}";
        assertThat(gateway().ask("27814656")).extracting(Receipt::outcome).isEqualTo(Receipt.Outcome.ON_ITS_WAY);
        status = 404;
        assertThat(gateway().ask("27814656")).isNull();
        assertThat(complaint).isEmpty();
    }

    private Answer send(String text) {
        return gateway().send(PHONE, text, Duration.ofMinutes(10));
    }

    private OvhSms gateway() {
        URI endpoint = URI.create("http://localhost:" + peer.getAddress().getPort() + "/1.0");
        OvhSms.Account account = new OvhSms.Account(
                endpoint, "sms-ab12345-1", "OPAL", "applicationKey01", APPLICATION_SECRET, CONSUMER_KEY, true);
        assertThat(account.toString()).doesNotContain(APPLICATION_SECRET, CONSUMER_KEY);
        return new OvhSms(account, () -> NOW);
    }

    private void answer(HttpExchange exchange) throws IOException {
        body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signed = exchange.getRequestHeaders().getFirst("X-Ovh-Signature");
        String expected = "$1$"
                + sha1(APPLICATION_SECRET + "+" + CONSUMER_KEY + "+" + exchange.getRequestMethod()
                        + "+http://localhost:"
                        + peer.getAddress().getPort() + exchange.getRequestURI() + "+" + body + "+"
                        + NOW.getEpochSecond());
        if (!expected.equals(signed)) {
            complaint = "signature " + signed + " instead of " + expected;
        }
        if (!"applicationKey01".equals(exchange.getRequestHeaders().getFirst("X-Ovh-Application"))) {
            complaint = "no application key";
        }
        byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
