package fr.opalconnect.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.payment.AtTheTill;
import fr.opalconnect.payment.Payment;
import fr.opalconnect.sample.Cast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A rent paid through PayFiP: announced to a peer, told by a number that proves nothing, asked about, settled.
@WholeApplication
class PayFipWholeWayTest {
    private static final PayFipPeer PEER = peer();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void payFip(DynamicPropertyRegistry settings) {
        settings.add("opal.payment.provider", () -> "payfip");
        settings.add("opal.payment.payfip.service", PEER::address);
        settings.add("opal.payment.payfip.client", () -> "012345");
        settings.add("opal.payment.payfip.mode", () -> "test");
        settings.add("opal.payment.payfip.email", () -> "regie@exemple.fr");
    }

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
    }

    @AfterAll
    static void closePeer() {
        PEER.close();
    }

    @Test
    void its_notification_makes_us_ask_and_its_answer_settles_the_payment() {
        Payment payment = AtTheTill.begin(program, Cast.NADIA_BENALI, 37_50);
        String number = String.valueOf(payment.providerReference());
        PEER.visit(number, "P");
        assertThat(tell(number).body()).isEqualTo("OK");
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            askNow();
            return state(payment).equals("PAID");
        });
    }

    @Test
    void a_number_that_somebody_made_up_or_that_was_not_paid_settles_nothing() {
        Payment payment = AtTheTill.begin(program, Cast.NADIA_BENALI, 38_50);
        assertThat(tell("4b12f6a0-b4aa-11e7-b2ed-01234e12345f").status()).isEqualTo(200);
        tell(String.valueOf(payment.providerReference()));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> jdbc.sql("SELECT count(*) FROM payment.provider_message WHERE handled_at IS NULL")
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(state(payment)).isEqualTo("SENT");
    }

    /// Those that are to be asked about are looked for every ten seconds.
    private void askNow() {
        jdbc.sql(
                        "UPDATE platform.scheduled_tasks SET execution_time = now() WHERE task_name = 'payment.sweep' AND NOT picked")
                .update();
    }

    private HttpBrowser.Answer tell(String number) {
        return new HttpBrowser(port).post("/paiement/avis/payfip", "idop", number);
    }

    private String state(Payment payment) {
        return jdbc.sql("SELECT state FROM payment.payment WHERE id = ?")
                .param(payment.id())
                .query(String.class)
                .single();
    }

    private static PayFipPeer peer() {
        try {
            return new PayFipPeer(InstantSource.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
