package fr.opalconnect.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.account.Coming;
import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.payment.SandboxBank.Act;
import fr.opalconnect.sample.Cast;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Payer: from the form to the bank and back, with the sandbox bank over real HTTP.
@WholeApplication
class PayPagesTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private SandboxBank bank;

    @Autowired
    private ComingPayments coming;

    @Autowired
    private JdbcClient jdbc;

    private HttpBrowser nadia;

    @BeforeEach
    void atHome() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        // Money of other tests would ask once more before each payment here.
        Emptied.by(jdbc, "DELETE FROM account.coming_payment");
        jdbc.sql("UPDATE payment.payment SET state = 'ABANDONED', next_ask_at = NULL WHERE state = 'SENT'")
                .update();
        nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
    }

    @Test
    void all_that_is_owed_is_paid_and_stands_beside_the_account_until_the_erp_has_it() {
        assertThat(nadia.get("/payer").text())
                .contains("Tout ce que je dois", "412,37 €", "Payer 412,37 € par carte", "Carte bancaire");
        UUID id = pay("tout", "");

        assertThat(nadia.get("/paiement/" + id).text()).contains("Nous attendons la banque", "412,37 €");
        act(id, Act.ACCEPT);
        awaitState(id, PaymentState.PAID);

        assertThat(nadia.get("/paiement/" + id).text())
                .contains("C’est payé", "Reçu de paiement", "412,37 €", "Il arrive sur votre compte");
        assertThat(nadia.get("/accueil").text())
                .contains("Paiement par carte de 412,37 € vu", "Votre paiement est en route")
                .doesNotContain("Payer 412,37 €");
        assertThat(nadia.get("/compte").text()).contains("Paiement par carte de 412,37 € vu");
        assertThat(nadia.get("/paiements").text()).contains("412,37 €", "Payé");
        assertThat(steps(id)).containsExactly("BEGUN", "SENT", "PAID");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, REFUSED, La banque a refusé",
        "ABANDON, ABANDONED, Paiement abandonné",
        "REVIEW, RUNNING, La banque vérifie",
        "TWICE, PAID, C’est payé",
        "OUT_OF_ORDER, PAID, C’est payé"
    })
    void whatever_the_bank_says_the_page_says_it(Act act, PaymentState state, String title) {
        UUID id = pay("autre", "37,50");
        act(id, act);
        awaitState(id, state);
        assertThat(nadia.get("/paiement/" + id).text()).contains(title, "37,50 €");
        assertThat(coming.of(AtHome.as(program, Cast.NADIA_BENALI).lease()).stream()
                        .map(Coming::state))
                .isEqualTo(
                        switch (state) {
                            case PAID -> List.of(Coming.State.TAKEN);
                            case RUNNING -> List.of(Coming.State.RUNNING);
                            default -> List.of();
                        });
    }

    @Test
    void the_button_pressed_twice_is_one_payment() {
        Answer form = nadia.get("/payer");
        String intention = intention(form);
        Answer first = send(intention, "autre", "25");
        Answer second = send(intention, "autre", "25");
        assertThat(first.where()).contains("/demo/banque/");
        assertThat(second.where()).contains("/paiement/");
        assertThat(jdbc.sql("SELECT count(*) FROM payment.payment WHERE intention = ?::uuid")
                        .param(intention)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        Answer again = nadia.post(nadia.follow(second).response().uri().getPath() + "/banque");
        assertThat(again.where()).as("the way back to the same page").isEqualTo(first.where());
    }

    @Test
    void before_paying_the_same_once_more_one_is_asked() {
        UUID id = pay("autre", "61");
        act(id, Act.ACCEPT);
        awaitState(id, PaymentState.PAID);

        String intention = intention(nadia.get("/payer"));
        Answer asked = send(intention, "autre", "61");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text())
                .contains("Avant de payer, lisez ceci", "Vous avez payé 61,00 € à l’instant", "quand même");
        assertThat(asked.body()).contains("value=\"61\"", intention);

        Answer sure = nadia.post(
                "/payer",
                "intention",
                intention,
                "montant",
                "autre",
                "autre",
                "61",
                "moyen",
                "carte",
                "confirme",
                "true");
        assertThat(sure.where()).contains("/demo/banque/");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Écrivez le montant que vous voulez payer",
        "cent, n’est pas un montant en euros",
        "'12,345', n’est pas un montant en euros",
        "-5, n’est pas un montant en euros",
        "'4,99', On peut payer à partir de 5 €",
        "10000.01, On peut payer jusqu’à 10 000 €",
        "99999999999999999999, n’est pas un montant en euros"
    })
    void an_amount_that_is_none_is_kept_and_a_sentence_says_what_to_do(String typed, String sentence) {
        Answer answer = send(intention(nadia.get("/payer")), "autre", typed);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(sentence);
        assertThat(answer.body()).contains("value=\"" + typed + "\"");
    }

    @Test
    void what_does_not_fit_or_is_not_signed_changes_nothing_and_stays_for_the_office() {
        UUID id = pay("autre", "44");
        HttpBrowser anybody = new HttpBrowser(port);
        Answer answer = anybody.post("/paiement/avis/sandbox", "reference", "P1", "outcome", "PAID");
        assertThat(answer.status()).isEqualTo(400);
        awaitVerdict("NOT_GENUINE");
        assertThat(state(id)).isEqualTo(PaymentState.SENT);
        assertThat(anybody.post("/paiement/avis/lyra", "vads_amount", "1").status())
                .isEqualTo(404);
    }

    @Test
    void who_floods_the_address_of_the_notices_fills_no_disk() {
        HttpBrowser flood = new HttpBrowser(port).from("203.0.113.77");
        int status = 400;
        int kept = 0;
        while (status == 400 && kept < 100) {
            status = flood.post("/paiement/avis/sandbox", "reference", "P1").status();
            kept++;
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void the_browser_that_comes_back_is_not_believed() {
        UUID id = pay("autre", "45");
        Answer back = nadia.get("/paiement/" + id + "/retour?vads_trans_status=AUTHORISED&status=PAID");
        assertThat(back.where()).endsWith("/paiement/" + id + "?retour");
        assertThat(nadia.follow(back).text()).contains("Nous attendons la banque");
        Answer byForm = new HttpBrowser(port).post("/paiement/" + id + "/retour", "status", "PAID");
        assertThat(byForm.where()).endsWith("/paiement/" + id + "?retour");
        assertThat(state(id)).isEqualTo(PaymentState.SENT);
    }

    @Test
    void a_payment_that_the_bank_never_told_of_is_asked_for() {
        UUID id = pay("autre", "46");
        act(id, Act.NEVER);
        jdbc.sql("UPDATE payment.payment SET next_ask_at = now() - interval '1 second' WHERE id = ?")
                .param(id)
                .update();
        program.getBean(Asking.class).sweep();
        assertThat(state(id)).isEqualTo(PaymentState.PAID);
    }

    @Test
    void an_import_with_the_reference_shows_the_money_once() {
        UUID id = pay("autre", "47");
        act(id, Act.ACCEPT);
        awaitState(id, PaymentState.PAID);
        Payment payment = AtTheTill.find(program, AtHome.as(program, Cast.NADIA_BENALI), id);
        jdbc.sql("""
                        INSERT INTO account.ledger_entry (lease_number, id, kind, label, operation_date, value_date,
                            debit_cents, credit_cents, direct_debit, payment_reference)
                        VALUES (:lease, 'E-47', 'PAIEMENT', 'CB', current_date, current_date, 0, 4700, false, :reference)
                        """)
                .param("lease", payment.lease().value())
                .param("reference", payment.reference())
                .update();
        try {
            // Said again, as when the ERP was faster than the bank.
            coming.expect(new Coming(
                    id,
                    payment.lease(),
                    Coming.Method.CARD,
                    payment.amount(),
                    payment.reference(),
                    Coming.State.TAKEN,
                    payment.begunAt(),
                    java.time.LocalDate.now(fr.opalconnect.ui.Texts.ZONE)));
            assertThat(nadia.get("/compte").text()).doesNotContain("Paiement par carte de 47,00 € vu");
            assertThat(nadia.get("/paiement/" + id).text()).contains("Il est sur votre compte");
        } finally {
            Emptied.by(jdbc, "DELETE FROM account.ledger_entry WHERE id = 'E-47'");
        }
    }

    @Test
    void the_receipt_is_a_paper_that_stays_the_same() throws java.io.IOException {
        Payment payment = AtTheTill.paid(program, Cast.NADIA_BENALI, 12_345);
        String path = "/paiement/" + payment.id() + "/recu.pdf";
        byte[] first = nadia.get(path).response().body();
        assertThat(nadia.get(path).response().body()).isEqualTo(first);
        try (PDDocument paper = Loader.loadPDF(first)) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("[\\s\\p{Z}]+", " "))
                    .contains("Reçu de paiement", "123,45 €", payment.reference(), "Ce n’est pas une quittance");
            assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(paper.getDocumentInformation().getTitle()).contains(payment.reference());
        }
        Payment open = AtTheTill.begin(program, Cast.NADIA_BENALI, 12_345);
        assertThat(nadia.get("/paiement/" + open.id() + "/recu.pdf").status()).isEqualTo(404);
    }

    @Test
    void a_payment_goes_to_the_erp_once_and_so_does_its_end() {
        UUID id = pay("autre", "48");
        act(id, Act.ACCEPT);
        awaitState(id, PaymentState.PAID);
        PaymentOutlet outlet = program.getBean(PaymentOutlet.class);
        Payment payment = AtTheTill.find(program, AtHome.as(program, Cast.NADIA_BENALI), id);

        outlet.assign(jdbc, 900_001);
        assertThat(lines(outlet, 900_001, payment)).containsExactly("PAIEMENT 48.00");
        outlet.assign(jdbc, 900_002);
        assertThat(lines(outlet, 900_002, payment)).isEmpty();

        assertThat(program.getBean(Settlement.class).step(payment, PaymentState.REVERSED, "CAPTURE_FAILED"))
                .isTrue();
        outlet.assign(jdbc, 900_003);
        assertThat(lines(outlet, 900_003, payment)).containsExactly("ANNULATION 48.00");
        assertThat(lines(outlet, 900_001, payment))
                .as("the same, whenever it is asked")
                .containsExactly("PAIEMENT 48.00");
        assertThat(nadia.get("/paiement/" + id).text()).contains("La banque a repris le paiement");
    }

    private List<String> lines(PaymentOutlet outlet, long number, Payment payment) {
        return outlet.rows(jdbc, number).stream()
                .filter(row -> payment.reference().equals(row.getFirst()))
                .map(row -> row.get(1) + " " + row.get(4))
                .toList();
    }

    private UUID pay(String choice, String amount) {
        Answer answer = nadia.post(
                "/payer",
                "intention",
                intention(nadia.get("/payer")),
                "montant",
                choice,
                "autre",
                amount,
                "moyen",
                "carte",
                "confirme",
                "true");
        assertThat(answer.where()).as(answer.text()).contains("/demo/banque/");
        return jdbc.sql("SELECT id FROM payment.payment ORDER BY begun_at DESC LIMIT 1")
                .query(UUID.class)
                .single();
    }

    private Answer send(String intention, String choice, String amount) {
        return nadia.post("/payer", "intention", intention, "montant", choice, "autre", amount, "moyen", "carte");
    }

    private static String intention(Answer form) {
        Matcher field =
                Pattern.compile("name=\"intention\" value=\"([0-9a-f-]{36})\"").matcher(form.body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private void act(UUID id, Act act) {
        Payment payment = AtTheTill.find(program, AtHome.as(program, Cast.NADIA_BENALI), id);
        assertThat(bank.act(Objects.requireNonNull(payment.providerReference()), act))
                .isTrue();
    }

    private PaymentState state(UUID id) {
        return AtTheTill.find(program, AtHome.as(program, Cast.NADIA_BENALI), id)
                .state();
    }

    private void awaitState(UUID id, PaymentState state) {
        await().atMost(SOON).until(() -> state(id) == state);
    }

    private void awaitVerdict(String verdict) {
        await().atMost(SOON)
                .until(() -> jdbc.sql("SELECT count(*) FROM payment.provider_message WHERE verdict = ?")
                                .param(verdict)
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private List<String> steps(UUID id) {
        return jdbc.sql("SELECT to_state FROM payment.payment_step WHERE payment_id = ? ORDER BY number")
                .param(id)
                .query(String.class)
                .list();
    }
}
