package fr.opalconnect.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.payment.SandboxBank.Act;
import fr.opalconnect.payment.provider.Finding;
import fr.opalconnect.payment.provider.Outcome;
import fr.opalconnect.payment.provider.Sandbox;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The desk's payments: whose they are to see, what did not fit, refunds, and the reconciliation of the day.
@WholeApplication
class DeskPaymentsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String DESK = "/bureau/paiements";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private SandboxBank bank;

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        Emptied.by(jdbc, """
                TRUNCATE payment.refund, payment.day_statement, payment.payment_step, payment.provider_message,
                         payment.payment, payment.sandbox_notice, payment.sandbox_order
                """);
        Emptied.by(jdbc, "DELETE FROM account.coming_payment");
    }

    @Test
    void a_day_shows_how_many_came_how_far_and_each_of_them() {
        Payment paid = paid(412_37);
        Payment refused = begin(50_00);
        act(refused, Act.REFUSE, PaymentState.REFUSED);
        HttpBrowser claire = at(CastStaff.CLAIRE_LEMOINE);
        String day = claire.get(DESK).text();
        assertThat(day)
                .contains("Tous 2", "Payé 1 · 412,37 €", "Refusé 1 · 50,00 €", paid.reference(), refused.reference())
                .contains("Nadia Benali", "Pas encore arrivé");
        assertThat(claire.get(DESK + "?etat=paid").text())
                .contains(paid.reference())
                .doesNotContain(refused.reference());
        assertThat(claire.get(DESK + "?jour=2020-01-01").text()).contains("Aucun paiement ce jour-là");
        assertThat(claire.get(DESK + "?jour=pas-un-jour&etat=rien&page=-3").status())
                .isEqualTo(200);
    }

    @Test
    void of_other_agencies_there_is_nothing_to_see() {
        Payment paid = paid(412_37);
        HttpBrowser thomas = at(CastStaff.THOMAS_DELATTRE);
        assertThat(thomas.get(DESK).text()).doesNotContain(paid.reference(), "412,37");
        assertThat(thomas.get(DESK + "/" + paid.id()).status()).isEqualTo(404);
    }

    @Test
    void a_payment_shows_its_lines_and_the_look_is_written_down() {
        Payment paid = paid(412_37);
        HttpBrowser claire = at(CastStaff.CLAIRE_LEMOINE);
        assertThat(claire.get(DESK + "/" + paid.id()).text())
                .contains(
                        "Paiement de 412,37 €",
                        "Étapes",
                        "Commencé",
                        "En attente",
                        "Payé",
                        "Il l’a dit",
                        "Le paiement a avancé",
                        "Le prestataire dit : PAID")
                .doesNotContain("Préparer un remboursement", "Message reçu", "begun", "sent to the bank");
        assertThat(jdbc.sql("SELECT count(*) FROM platform.look WHERE tenant_number = ? AND what = 'payment'")
                        .param(Cast.NADIA_BENALI.tenant().value())
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "amount, MISFIT",
        "currency, MISFIT",
        "mode, MISFIT",
        "credit, MISFIT",
        "order, FOREIGN",
        "signature, NOT_GENUINE"
    })
    void a_hostile_notice_changes_nothing_and_is_put_before_the_office(String what, String verdict) {
        Payment payment = begin(412_37);
        Finding honest = finding(payment, Outcome.PAID, "4711");
        Finding hostile = new Finding(
                Outcome.PAID,
                what.equals("order") ? "P000000000000" : honest.reference(),
                honest.transaction(),
                what.equals("amount") ? Money.ofCents(1) : honest.amount(),
                what.equals("currency") ? "XPF" : "EUR",
                !what.equals("mode"),
                !what.equals("credit"),
                "PAID",
                honest.at());
        Answer answer = send(
                hostile,
                fields -> what.equals("signature")
                        ? fields.replace("bank_state=PAID", "bank_state=PAID&bank_more=1")
                        : fields);
        assertThat(answer.status()).isEqualTo(what.equals("signature") ? 400 : 200);
        await().atMost(SOON).until(() -> verdicts().contains(verdict));
        assertThat(state(payment)).isEqualTo(PaymentState.SENT);
        String misfits = at(CastStaff.ANNE_CARON).get(DESK + "/messages").text();
        assertThat(misfits)
                .contains(
                        verdict.equals("MISFIT")
                                ? "Ne correspond pas au paiement"
                                : verdict.equals("FOREIGN") ? "Aucun paiement à nous" : "Pas du prestataire");
        // About no payment of anybody's agency: nothing for an adviser.
        assertThat(at(CastStaff.CLAIRE_LEMOINE).get(DESK + "/messages").text().contains("Rien à regarder"))
                .isEqualTo(!verdict.equals("MISFIT"));
    }

    @Test
    void a_notice_played_again_changes_nothing() {
        Payment paid = paid(412_37);
        String transaction = jdbc.sql("SELECT provider_transaction FROM payment.payment WHERE id = ?")
                .param(paid.id())
                .query(String.class)
                .single();
        send(finding(paid, Outcome.PAID, transaction), UnaryOperator.identity());
        await().atMost(SOON).until(() -> verdicts().contains("KNOWN"));
        assertThat(steps(paid)).containsExactly("BEGUN", "SENT", "PAID");
        assertThat(at(CastStaff.ANNE_CARON).get(DESK + "/messages").text()).contains("Rien à regarder");
    }

    @Test
    void a_message_that_somebody_has_seen_is_not_shown_again() {
        Payment payment = begin(412_37);
        send(finding(payment, Outcome.PAID, "1", 1), UnaryOperator.identity());
        await().atMost(SOON).until(() -> verdicts().contains("MISFIT"));
        long id = jdbc.sql("SELECT id FROM payment.provider_message WHERE verdict = 'MISFIT'")
                .query(Long.class)
                .single();
        HttpBrowser manager = atManagers();
        manager.get(DESK + "/messages");
        assertThat(manager.follow(manager.post(DESK + "/messages/" + id + "/vu"))
                        .text())
                .contains("Rien à regarder");
    }

    @Test
    void a_second_charge_is_prepared_for_refund_whole_and_once() {
        Payment paid = paid(412_37);
        send(finding(paid, Outcome.PAID, "another"), UnaryOperator.identity());
        await().atMost(SOON).until(() -> verdicts().contains("SECOND_CHARGE"));
        // Told again, in other words as well, it is no third one.
        send(finding(paid, Outcome.PAID, "another"), UnaryOperator.identity());
        await().atMost(SOON).until(() -> verdicts().contains("KNOWN"));
        assertThat(verdicts().stream().filter("SECOND_CHARGE"::equals)).hasSize(1);
        HttpBrowser manager = atManagers();
        Answer page = manager.get(DESK + "/" + paid.id());
        assertThat(page.text()).contains("Pris deux fois", "Préparer le remboursement de 412,37 €");
        Matcher message = Pattern.compile("name=\"message\" value=\"([0-9]+)\"").matcher(page.body());
        assertThat(message.find()).isTrue();
        String path = DESK + "/" + paid.id() + "/remboursement";
        assertThat(manager.post(path, "message", message.group(1), "raison", "SECOND_CHARGE")
                        .where())
                .isEqualTo(DESK + "/remboursements");
        assertThat(manager.post(path, "message", message.group(1), "raison", "SECOND_CHARGE")
                        .status())
                .isEqualTo(422);
        assertThat(manager.get(DESK + "/remboursements").text())
                .contains("412,37 €", "Le prestataire a pris le montant deux fois", paid.reference());
        // The payment itself can still be given back, too.
        assertThat(manager.post(path, "montant", "412,37", "raison", "OTHER").status())
                .isEqualTo(302);
    }

    @Test
    void a_refund_is_prepared_worked_through_and_never_more_than_was_paid() {
        Payment paid = paid(100_00);
        String path = DESK + "/" + paid.id() + "/remboursement";
        HttpBrowser claire = at(CastStaff.CLAIRE_LEMOINE);
        claire.get(DESK);
        assertThat(claire.post(path, "montant", "10").status())
                .as("an adviser only reads")
                .isEqualTo(404);

        HttpBrowser manager = atManagers();
        manager.get(DESK + "/" + paid.id());
        assertThat(manager.post(path, "montant", "dix").text()).contains("« dix » n’est pas un montant");
        assertThat(manager.post(path, "montant", "100,01", "note", "Deux fois").body())
                .contains("jusqu’à 100,00", "value=\"100,01\"", "value=\"Deux fois\"");
        assertThat(manager.post(path, "montant", "60", "raison", "PAID_TWICE", "note", "Virement déjà reçu")
                        .where())
                .isEqualTo(DESK + "/remboursements");
        assertThat(manager.post(path, "montant", "40,01").text()).contains("jusqu’à 40,00 €");

        String list = manager.get(DESK + "/remboursements").text();
        assertThat(list).contains("60,00 €", "Virement déjà reçu", "Sabine Loiseau", "Payé deux fois par le locataire");
        UUID refund =
                jdbc.sql("SELECT id FROM payment.refund").query(UUID.class).single();
        String end = DESK + "/remboursements/" + refund;
        assertThat(manager.post(end, "etat", "MADE", "reference", " ").text())
                .contains("Écrivez le numéro du remboursement");
        assertThat(manager.post(end, "etat", "MADE", "reference", "RB-2211").status())
                .isEqualTo(302);
        assertThat(manager.post(end, "etat", "DROPPED", "reference", "x").status())
                .isEqualTo(404);
        assertThat(manager.get(DESK + "/remboursements").text())
                .contains("Aucun remboursement à faire", "Terminés", "RB-2211", "Fait");
        assertThat(state(paid)).as("nothing is made here").isEqualTo(PaymentState.PAID);
    }

    @Test
    void what_was_not_paid_cannot_be_given_back() {
        Payment open = begin(100_00);
        HttpBrowser manager = atManagers();
        assertThat(manager.get(DESK + "/" + open.id()).text()).doesNotContain("Préparer un remboursement");
        assertThat(manager.post(DESK + "/" + open.id() + "/remboursement", "montant", "10")
                        .text())
                .contains("Il ne reste rien à rembourser");
    }

    @Test
    void the_day_is_held_against_the_providers_books_and_the_erps() {
        Payment paid = paid(412_37);
        HttpBrowser anne = at(CastStaff.ANNE_CARON);
        assertThat(anne.get(DESK + "/rapprochement").text())
                .contains("Prestataire 1 412,37 €", "Ici, payés ce jour-là 1 412,37 €", "parmi ceux-ci 0 0,00 €")
                .contains(paid.reference(), "Pas encore dans l’ERP");
        // The ERP has it now: nothing is left to differ.
        jdbc.sql("UPDATE account.coming_payment SET entry_id = 'E1', posted_at = now()")
                .update();
        assertThat(anne.get(DESK + "/rapprochement").text()).contains("Tout concorde ce jour-là");

        Payment silent = begin(30_00);
        bank.act(String.valueOf(silent.providerReference()), Act.NEVER);
        assertThat(anne.get(DESK + "/rapprochement").text())
                .contains("Prestataire 2 442,37 €", silent.reference(), "Pris par le prestataire, pas payé ici");
        assertThat(atManagers().get(DESK + "/rapprochement").text())
                .as("a manager sees their agency's, not the landlord's sum")
                .contains("Ici, payés ce jour-là 1 412,37 €")
                .doesNotContain("Prestataire 2", "Total du relevé");
    }

    @Test
    void an_entry_without_our_reference_is_matched_by_somebodys_yes_and_once() {
        Payment paid = paid(77_03);
        jdbc.sql("""
                        INSERT INTO account.ledger_entry (lease_number, id, kind, label, operation_date, value_date,
                            debit_cents, credit_cents, direct_debit)
                        VALUES (?, 'DESK-1', 'PAIEMENT', 'Règlement', current_date, current_date, 0, 7703, false)
                        ON CONFLICT DO NOTHING
                        """).param(paid.lease().value()).update();
        assertThat(at(CastStaff.THOMAS_DELATTRE).get(DESK + "/ecritures").text())
                .contains("Aucune écriture");
        HttpBrowser manager = atManagers();
        assertThat(manager.get(DESK + "/ecritures").text())
                .contains("Nadia Benali", "77,03 €", paid.reference(), "Règlement", "DESK-1");
        String[] form = {"argent", paid.id().toString(), "ecriture", "DESK-1"};
        assertThat(manager.follow(manager.post(DESK + "/ecritures", form)).text())
                .contains("C’est noté", "Aucune écriture à rapprocher");
        assertThat(manager.follow(manager.post(DESK + "/ecritures", form)).text())
                .contains("n’était plus à rapprocher");
        assertThat(manager.get(DESK).text()).contains("Arrivé");
        Emptied.by(jdbc, "DELETE FROM account.ledger_entry WHERE id = 'DESK-1'");
    }

    @Test
    void what_the_providers_statement_says_is_typed_and_compared() {
        paid(412_37);
        HttpBrowser anne = at(CastStaff.ANNE_CARON);
        anne.get(DESK + "/rapprochement");
        String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
        String path = DESK + "/rapprochement?jour=" + today;
        assertThat(anne.post(path, "montant", "beaucoup").text()).contains("« beaucoup » n’est pas un montant");
        assertThat(anne.follow(anne.post(path, "montant", "400")).text())
                .contains("Le relevé du prestataire compte 12,37 € de moins que nous", "Anne Caron");
        assertThat(anne.follow(anne.post(path, "montant", "412,37")).text()).doesNotContain("de moins que nous");
    }

    private Payment begin(long cents) {
        return AtTheTill.begin(program, AtHome.as(program, Cast.NADIA_BENALI), cents, "http://localhost:" + port);
    }

    private Payment paid(long cents) {
        Payment payment = begin(cents);
        act(payment, Act.ACCEPT, PaymentState.PAID);
        return payment;
    }

    private void act(Payment payment, Act act, PaymentState until) {
        bank.act(String.valueOf(payment.providerReference()), act);
        await().atMost(SOON).until(() -> state(payment) == until);
    }

    private static Finding finding(Payment payment, Outcome outcome, String transaction) {
        return finding(payment, outcome, transaction, payment.amount().cents());
    }

    private static Finding finding(Payment payment, Outcome outcome, String transaction, long cents) {
        return new Finding(
                outcome,
                payment.reference(),
                transaction,
                Money.ofCents(cents),
                "EUR",
                true,
                true,
                outcome.name(),
                Instant.now());
    }

    /// As the bank would, or somebody between.
    private Answer send(Finding finding, UnaryOperator<String> between) {
        Map<String, String> fields = sandbox.form(finding);
        String body = between.apply(FormText.of(fields));
        Map<String, String> sent = FormText.read(body);
        String[] form = sent.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return new HttpBrowser(port).post("/paiement/avis/sandbox", form);
    }

    private List<String> verdicts() {
        return jdbc.sql("SELECT verdict FROM payment.provider_message WHERE verdict IS NOT NULL ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<String> steps(Payment payment) {
        return jdbc.sql("SELECT to_state FROM payment.payment_step WHERE payment_id = ? ORDER BY number")
                .param(payment.id())
                .query(String.class)
                .list();
    }

    private PaymentState state(Payment payment) {
        return PaymentState.valueOf(jdbc.sql("SELECT state FROM payment.payment WHERE id = ?")
                .param(payment.id())
                .query(String.class)
                .single());
    }

    private HttpBrowser at(CastStaff person) {
        return AtTheDesk.seat(new HttpBrowser(port), program, person);
    }

    private HttpBrowser atManagers() {
        StaffMember sabine = AtTheDesk.member(
                program,
                "Sabine Loiseau",
                "sabine.loiseau@example.org",
                StaffRole.AGENCY_MANAGER,
                List.of(CastStaff.CLAIRE_LEMOINE.agency()),
                null);
        return AtTheDesk.seat(new HttpBrowser(port), program, sabine);
    }
}
