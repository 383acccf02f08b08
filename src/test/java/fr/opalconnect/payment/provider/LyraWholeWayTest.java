package fr.opalconnect.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// A rent paid through Lyra: from the tenant's form to its form, and from its notification to the receipt.
@WholeApplication
@TestPropertySource(
        properties = {
            "opal.payment.provider=lyra",
            "opal.payment.lyra.site=12345678",
            "opal.payment.lyra.mode=test",
            "opal.payment.lyra.key=1122334455667788"
        })
class LyraWholeWayTest {
    private static final Signature SIGNATURE = Signature.hmac("vads_", "1122334455667788");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(vads_[a-z_]+|signature)\" value=\"([^\"]*)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    private HttpBrowser nadia;

    @BeforeEach
    void atHome() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        // One that another test left at the bank would ask once more first.
        jdbc.sql("UPDATE payment.payment SET state = 'ABANDONED', next_ask_at = NULL WHERE state = 'SENT'")
                .update();
        nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
    }

    @Test
    void the_form_that_the_browser_sends_is_signed_and_its_notification_settles_the_payment() {
        Map<String, String> form = formToBank("37,50");
        assertThat(SIGNATURE.isOf(form))
                .as("the signature over what stands in the page")
                .isTrue();
        assertThat(form).containsEntry("vads_amount", "3750").containsEntry("vads_ctx_mode", "TEST");
        assertThat(form.get("vads_url_check")).endsWith("/paiement/avis/lyra");

        Answer answer = tell(notice(form, "AUTHORISED"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("OK");
        await().atMost(Duration.ofSeconds(10)).until(() -> state(form).equals("PAID"));
        assertThat(nadia.get("/paiements").text()).contains("37,50 €", "Payé");
    }

    @Test
    void a_forged_notification_is_told_so_and_one_of_the_other_mode_changes_nothing() {
        Map<String, String> form = formToBank("38,50");
        Map<String, String> forged = notice(form, "AUTHORISED");
        forged.put("vads_amount", "1");
        assertThat(tell(forged).status()).isEqualTo(400);

        Map<String, String> real = notice(form, "AUTHORISED");
        real.put("vads_ctx_mode", "PRODUCTION");
        real.put("signature", SIGNATURE.of(real));
        assertThat(tell(real).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.sql("SELECT count(*) FROM payment.provider_message WHERE verdict = 'MISFIT'")
                                .query(Long.class)
                                .single()
                        == 1);
        assertThat(state(form)).isEqualTo("SENT");
    }

    private Map<String, String> formToBank(String amount) {
        Matcher intention = Pattern.compile("name=\"intention\" value=\"([^\"]+)\"")
                .matcher(nadia.get("/payer").body());
        assertThat(intention.find()).isTrue();
        Answer toBank = nadia.post(
                "/payer", "intention", intention.group(1), "montant", "autre", "autre", amount, "moyen", "carte");
        assertThat(toBank.body()).contains("action=\"https://secure.payzen.eu/vads-payment/\"");
        assertThat(toBank.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .endsWith("form-action 'self' https://secure.payzen.eu");
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(toBank.body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2).replace("&#39;", "'").replace("&amp;", "&"));
        }
        return fields;
    }

    private static Map<String, String> notice(Map<String, String> form, String status) {
        Map<String, String> notice = new LinkedHashMap<>();
        for (String same : new String[] {
            "vads_site_id",
            "vads_ctx_mode",
            "vads_order_id",
            "vads_trans_id",
            "vads_trans_date",
            "vads_amount",
            "vads_currency"
        }) {
            notice.put(same, form.getOrDefault(same, ""));
        }
        notice.put("vads_trans_status", status);
        notice.put("vads_operation_type", "DEBIT");
        notice.put("vads_url_check_src", "PAY");
        notice.put("vads_trans_uuid", "4b5053b3b1fe4b02a07753e7a" + form.get("vads_trans_id"));
        notice.put("vads_extra_result", "");
        notice.put("signature", SIGNATURE.of(notice));
        return notice;
    }

    private Answer tell(Map<String, String> notice) {
        return new HttpBrowser(port)
                .post(
                        "/paiement/avis/lyra",
                        notice.entrySet().stream()
                                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                                .toArray(String[]::new));
    }

    private String state(Map<String, String> form) {
        return jdbc.sql("SELECT state FROM payment.payment WHERE reference = ?")
                .param(form.get("vads_order_id"))
                .query(String.class)
                .single();
    }
}
