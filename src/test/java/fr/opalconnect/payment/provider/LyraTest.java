package fr.opalconnect.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.opalconnect.kernel.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LyraTest {
    private static final String KEY = "1122334455667788";
    private static final URI PAGE = URI.create("https://secure.payzen.eu/vads-payment/");

    private HttpServer peer;
    private int status = 200;
    private String reply = "";
    private String asked = "";
    private String account = "";

    @BeforeEach
    void startThePeer() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/api-payment/V4/Order/Get", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            account = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] answer = reply.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        peer.start();
    }

    @AfterEach
    void stopThePeer() {
        peer.stop(0);
    }

    @Test
    void the_form_says_who_is_paid_what_and_where_to_come_back() {
        Checkout checkout = ((Begun.Ready) shop(true).begin(Orders.of(41_237))).checkout();
        assertThat(checkout.action()).isEqualTo(PAGE);
        assertThat(checkout.post()).isTrue();
        assertThat(checkout.fields())
                .containsEntry("vads_site_id", "12345678")
                .containsEntry("vads_ctx_mode", "TEST")
                .containsEntry("vads_trans_id", "004711")
                .containsEntry("vads_trans_date", "20261123091407")
                .containsEntry("vads_amount", "41237")
                .containsEntry("vads_currency", "978")
                .containsEntry("vads_action_mode", "INTERACTIVE")
                .containsEntry("vads_page_action", "PAYMENT")
                .containsEntry("vads_version", "V2")
                .containsEntry("vads_payment_config", "SINGLE")
                .containsEntry("vads_order_id", "P261123004711")
                .containsEntry("vads_language", "fr")
                .containsEntry("vads_url_return", "https://locataires.exemple.fr/payer/retour/1")
                .containsEntry("vads_url_check", "https://locataires.exemple.fr/paiement/avis/lyra")
                .containsEntry("vads_cust_email", "nadia.benali@exemple.fr");
        assertThat(Signature.hmac("vads_", KEY).isOf(checkout.fields())).isTrue();
        assertThat(checkout.fields()).doesNotContainValue(KEY);
    }

    @Test
    void who_has_no_address_pays_all_the_same_and_nobody_pays_nothing() {
        assertThat(((Begun.Ready) shop(true).begin(Orders.of(1, null)))
                        .checkout()
                        .fields())
                .doesNotContainKey("vads_cust_email");
        assertThat(shop(true).begin(Orders.of(0))).isInstanceOf(Begun.Refused.class);
    }

    @Test
    void an_old_shop_is_signed_the_old_way() {
        Lyra old = new Lyra(new LyraShop(PAGE, "12345678", true, true, KEY, null));
        assertThat(((Begun.Ready) old.begin(Orders.of(100))).checkout().fields().get("signature"))
                .matches("[0-9a-f]{40}");
    }

    @Test
    void a_genuine_notice_is_read_as_it_is() {
        Notice notice = shop(false).read(signed(paid()));
        assertThat(notice)
                .isEqualTo(new Notice.Says(new Finding(
                        Outcome.PAID,
                        "P261123004711",
                        "4b5053b3b1fe4b02a07753e7a0000000",
                        Money.ofCents(41_237),
                        "EUR",
                        false,
                        true,
                        "AUTHORISED PAY 00",
                        Instant.parse("2026-11-23T09:15:30Z"))));
        assertThat(shop(false).answer(notice)).isEqualTo("OK");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORISED, PAY, PAID",
        "CAPTURED, BATCH, PAID",
        "ACCEPTED, PAY, RUNNING",
        "AUTHORISED_TO_VALIDATE, PAY, RUNNING",
        "WAITING_AUTHORISATION, PAY, RUNNING",
        "WAITING_AUTHORISATION_TO_VALIDATE, PAY, RUNNING",
        "UNDER_VERIFICATION, PAY, RUNNING",
        "A_WORD_OF_NEXT_YEAR, PAY, RUNNING",
        "CAPTURE_FAILED, BATCH, FAILED_LATER",
        "REFUSED, PAY, REFUSED",
        "NOT_CREATED, PAY, REFUSED",
        "ABANDONED, PAY, ABANDONED",
        "CANCELLED, PAY, ABANDONED",
        "CANCELLED, MERCH_BO, FAILED_LATER",
        "EXPIRED, BATCH_AUTO, EXPIRED"
    })
    void each_word_of_theirs_is_one_of_ours(String theirs, String source, Outcome ours) {
        Map<String, String> fields = paid();
        fields.put("vads_trans_status", theirs);
        fields.put("vads_url_check_src", source);
        assertThat(says(fields).outcome()).isEqualTo(ours);
        assertThat(says(fields).detail()).startsWith(theirs + " " + source);
    }

    @Test
    void another_mode_currency_or_direction_is_told_as_it_is() {
        Map<String, String> fields = paid();
        fields.put("vads_ctx_mode", "TEST");
        fields.put("vads_currency", "840");
        fields.put("vads_operation_type", "CREDIT");
        assertThat(says(fields).test()).isTrue();
        assertThat(says(fields).currency()).isEqualTo("840");
        assertThat(says(fields).debit()).isFalse();
        fields.put("vads_ctx_mode", "something");
        assertThat(says(fields).test())
                .as("whatever is not PRODUCTION moves no real money")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vads_amount", "vads_order_id", "vads_trans_status", "vads_ctx_mode", "vads_extra"})
    void a_field_that_was_changed_on_the_way_is_seen(String field) {
        RawNotice raw = signed(paid());
        raw.parameters().put(field, "1");
        Notice notice = shop(false).read(raw);
        assertThat(notice).isEqualTo(new Notice.NotGenuine("signature"));
        assertThat(shop(false).answer(notice)).isEqualTo("KO");
    }

    @Test
    void a_field_that_was_left_out_on_the_way_is_seen_even_an_empty_one() {
        Map<String, String> fields = paid();
        fields.put("vads_order_info", "");
        RawNotice raw = signed(fields);
        raw.parameters().remove("vads_order_info");
        assertThat(shop(false).read(raw)).isEqualTo(new Notice.NotGenuine("signature"));
    }

    @Test
    void another_key_another_shop_a_missing_field_or_no_number_prove_nothing() {
        Lyra ours = shop(false);
        Map<String, String> fields = paid();
        fields.put("signature", Signature.hmac("vads_", "another key").of(fields));
        assertThat(ours.read(new RawNotice(fields, ""))).isEqualTo(new Notice.NotGenuine("signature"));
        assertThat(ours.read(new RawNotice(Map.of(), ""))).isEqualTo(new Notice.NotGenuine("signature"));

        Map<String, String> elsewhere = paid();
        elsewhere.put("vads_site_id", "87654321");
        assertThat(ours.read(signed(elsewhere))).isEqualTo(new Notice.NotGenuine("field vads_site_id"));
        Map<String, String> less = paid();
        less.remove("vads_operation_type");
        assertThat(ours.read(signed(less))).isEqualTo(new Notice.NotGenuine("field vads_operation_type"));
        Map<String, String> odd = paid();
        odd.put("vads_amount", "41237,00");
        assertThat(ours.read(signed(odd))).isEqualTo(new Notice.NotGenuine("field vads_amount"));
        Map<String, String> never = paid();
        never.put("vads_effective_creation_date", "yesterday");
        assertThat(ours.read(signed(never))).isEqualTo(new Notice.NotGenuine("field vads_trans_date"));
    }

    @Test
    void asked_about_a_paid_order_it_tells_its_transaction() {
        reply = answer(transaction("CAPTURED", "DEBIT", 41_237, "PRODUCTION", "598fd801", "2026-11-23T09:15:30+00:00"));
        Asked.Found found = (Asked.Found) ask();
        assertThat(found.finding())
                .isEqualTo(new Finding(
                        Outcome.PAID,
                        "P261123004711",
                        "598fd801",
                        Money.ofCents(41_237),
                        "EUR",
                        false,
                        true,
                        "CAPTURED",
                        Instant.parse("2026-11-23T09:15:30Z")));
        assertThat(found.raw()).isEqualTo(reply);
        assertThat(asked).isEqualTo("{\"orderId\":\"P261123004711\"}");
        assertThat(account).isEqualTo("Basic MTIzNDU2Nzg6cHJvZHBhc3N3b3JkX1g="); // 12345678:prodpassword_X
    }

    @Test
    void among_several_tries_the_paid_one_counts_then_the_running_one_then_the_last() {
        String refused = transaction("REFUSED", "DEBIT", 41_237, "PRODUCTION", "first", "2026-11-23T09:15:00+00:00");
        String paid = transaction("AUTHORISED", "DEBIT", 41_237, "PRODUCTION", "second", "2026-11-23T09:16:00+00:00");
        String back = transaction("CAPTURED", "CREDIT", 41_237, "PRODUCTION", "back", "2026-11-24T09:16:00+00:00");
        String running =
                transaction("UNDER_VERIFICATION", "DEBIT", 41_237, "PRODUCTION", "third", "2026-11-23T09:15:30+00:00");
        String left = transaction("ABANDONED", "DEBIT", 41_237, "PRODUCTION", "last", "2026-11-23T09:17:00+00:00");
        reply = answer(refused + "," + back + "," + left + "," + paid);
        assertThat(((Asked.Found) ask()).finding().transaction()).isEqualTo("second");
        reply = answer(left + "," + running + "," + refused);
        assertThat(((Asked.Found) ask()).finding().transaction()).isEqualTo("third");
        reply = answer(refused + "," + left);
        assertThat(((Asked.Found) ask()).finding().transaction()).isEqualTo("last");
        reply = answer(back);
        assertThat(((Asked.Found) ask()).finding().debit()).isFalse();
    }

    @Test
    void of_two_paid_tries_none_is_lost() {
        String later = transaction("CAPTURED", "DEBIT", 41_237, "PRODUCTION", "later", "2026-11-23T09:18:00+00:00");
        String first = transaction("AUTHORISED", "DEBIT", 41_237, "PRODUCTION", "first", "2026-11-23T09:16:00+00:00");
        String refused = transaction("REFUSED", "DEBIT", 41_237, "PRODUCTION", "no", "2026-11-23T09:15:00+00:00");
        reply = answer(later + "," + refused + "," + first);
        Asked.Found found = (Asked.Found) ask();
        assertThat(found.finding().transaction()).isEqualTo("first");
        assertThat(found.others()).extracting(Finding::transaction).containsExactly("later");
    }

    @Test
    void an_order_that_nobody_tried_to_pay_is_unknown_there() {
        reply = """
                {"webService":"Order/Get","status":"ERROR","answer":{"errorCode":"PSP_010",
                 "errorMessage":"transaction not found","shopId":"12345678"}}""";
        assertThat(ask()).isEqualTo(new Asked.Unknown(reply));
        reply = answer("");
        assertThat(ask()).isInstanceOf(Asked.Unknown.class);
    }

    @Test
    void what_is_no_answer_settles_nothing() {
        reply = """
                {"status":"ERROR","answer":{"errorCode":"INT_905","errorMessage":"wrong shop or password"}}""";
        assertThat(ask()).isEqualTo(new Asked.Unreachable("error INT_905"));
        reply = "<html>maintenance</html>";
        assertThat(ask()).isInstanceOf(Asked.Unreachable.class);
        reply = answer("").replace("\"12345678\"", "\"87654321\"");
        assertThat(ask()).isInstanceOf(Asked.Unreachable.class);
        status = 503;
        assertThat(ask()).isEqualTo(new Asked.Unreachable("status 503"));
        peer.stop(0);
        assertThat(ask()).isInstanceOf(Asked.Unreachable.class);
    }

    @Test
    void without_a_password_it_cannot_be_asked() {
        assertThat(shop(true).canBeAsked()).isFalse();
        assertThat(shop(true).ask(Orders.of(100), "")).isInstanceOf(Asked.Unreachable.class);
    }

    @Test
    void no_key_is_ever_printed() {
        LyraShop.Rest rest = new LyraShop.Rest(URI.create("https://api.payzen.eu"), "prodpassword_X");
        assertThat(new LyraShop(PAGE, "12345678", false, false, KEY, rest).toString() + rest)
                .doesNotContain(KEY, "prodpassword_X");
    }

    private static Lyra shop(boolean test) {
        return new Lyra(new LyraShop(PAGE, "12345678", test, false, KEY, null));
    }

    private Asked ask() {
        URI endpoint = URI.create("http://localhost:" + peer.getAddress().getPort() + "/api-payment/V4");
        Lyra lyra = new Lyra(
                new LyraShop(PAGE, "12345678", false, false, KEY, new LyraShop.Rest(endpoint, "prodpassword_X")));
        return lyra.ask(Orders.of(41_237), "P261123004711");
    }

    private static Finding says(Map<String, String> fields) {
        return ((Notice.Says) shop(false).read(signed(fields))).finding();
    }

    private static Map<String, String> paid() {
        return new LinkedHashMap<>(Map.ofEntries(
                Map.entry("vads_site_id", "12345678"),
                Map.entry("vads_ctx_mode", "PRODUCTION"),
                Map.entry("vads_order_id", "P261123004711"),
                Map.entry("vads_trans_id", "004711"),
                Map.entry("vads_trans_uuid", "4b5053b3b1fe4b02a07753e7a0000000"),
                Map.entry("vads_trans_date", "20261123091407"),
                Map.entry("vads_effective_creation_date", "20261123091530"),
                Map.entry("vads_trans_status", "AUTHORISED"),
                Map.entry("vads_operation_type", "DEBIT"),
                Map.entry("vads_url_check_src", "PAY"),
                Map.entry("vads_result", "00"),
                Map.entry("vads_extra_result", ""),
                Map.entry("vads_amount", "41237"),
                Map.entry("vads_currency", "978"),
                Map.entry("vads_hash", "95cf4068")));
    }

    private static RawNotice signed(Map<String, String> fields) {
        Map<String, String> signed = new LinkedHashMap<>(fields);
        signed.put("signature", Signature.hmac("vads_", KEY).of(fields));
        return new RawNotice(signed, "");
    }

    private static String answer(String transactions) {
        return """
                {"webService":"Order/Get","version":"V4","status":"SUCCESS","answer":{"orderId":"P261123004711",
                 "shopId":"12345678","transactions":[%s],"_type":"V4/OrderTransactions"},"mode":"PRODUCTION"}""".formatted(transactions);
    }

    private static String transaction(
            String status, String direction, long cents, String mode, String number, String at) {
        return """
                {"shopId":"12345678","uuid":"%s","detailedStatus":"%s","amount":%d,"currency":"EUR",
                 "creationDate":"%s","errorCode":null,"operationType":"%s","orderDetails":{"mode":"%s"}}""".formatted(number, status, cents, at, direction, mode);
    }
}
