package fr.opalconnect.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.account.AccountBook;
import fr.opalconnect.account.Coming;
import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.account.RentNotice;
import fr.opalconnect.account.Term;
import fr.opalconnect.debit.DemoDebits;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastLease;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asking for papers, as browsers do; and for quittances that nobody has a right to.
@WholeApplication
class PapersPageTest {
    private static final String FOLDER = "/documents/papiers/";
    private static final LeaseNumber NADIAS = CastLease.NADIA.number();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private RentAccounts accounts;

    @Autowired
    private ComingPayments coming;

    @Autowired
    private JdbcClient jdbc;

    private HttpBrowser nadia;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(imports);
        nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
    }

    /// What a test wrote into Nadia's ledger.
    @AfterEach
    void asTheErpSaysIt() {
        Emptied.by(jdbc, "DELETE FROM account.ledger_entry WHERE id LIKE 'TEST-%'");
        jdbc.sql("UPDATE account.ledger_entry SET closed_at = NULL WHERE lease_number = :lease")
                .param("lease", NADIAS.value())
                .update();
        jdbc.sql("DELETE FROM account.coming_payment WHERE lease_number = :lease")
                .param("lease", NADIAS.value())
                .update();
    }

    @Test
    void a_quittance_opens_in_the_browser_and_tells_rent_and_charges_apart() {
        YearMonth paid = month(Cast.NADIA_BENALI, Term.State.SETTLED);
        Answer answer = nadia.get(FOLDER + "quittance-" + paid + ".pdf");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("application/pdf");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("inline; filename=\"quittance-" + paid + ".pdf\"");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        Term term = Objects.requireNonNull(book(Cast.NADIA_BENALI).term(paid));
        assertThat(PdfCheck.text(answer.response().body()))
                .contains(
                        "Quittance de loyer",
                        "Nadia Benali",
                        "12 rue Marcel-Bleuet, 02000 Laon",
                        "Loyer Loyer principal 414,00 €",
                        "Total charges 113,00 €",
                        "donne quittance",
                        "gratuitement",
                        "Total du terme " + french(term.total()));
    }

    @Test
    void a_term_that_is_not_paid_has_no_quittance_and_the_page_says_why() {
        YearMonth open = month(Cast.NADIA_BENALI, Term.State.UNPAID);
        Answer answer = nadia.get(FOLDER + "quittance-" + open + ".pdf");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(answer.text())
                .contains("est faite quand le mois est payé en entier", "Il reste 412,37 € à payer")
                .doesNotContain("PDF");
        assertThat(nadia.head(FOLDER + "quittance-" + open + ".pdf")).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quittance-1999-01.pdf",
                "quittance-2199-01.pdf",
                "quittance-2026-13.pdf",
                "quittance-2026-1.pdf",
                "quittance-26-10.pdf",
                "quittance-2026-10-01.pdf",
                "quittance-.pdf",
                "quittance-%2e%2e.pdf",
                "quittance-2026-10;2025-01.pdf",
                "quittance.pdf",
                "avis-2026-10-9.pdf",
                "avis-1999-01.pdf",
                "recu-1999-01.pdf"
            })
    void what_is_no_term_of_the_lease_is_not_there(String paper) {
        assertThat(nadia.get(FOLDER + paper).status()).isBetween(400, 404);
    }

    @Test
    void nobody_elses_quittance_can_be_asked_for() {
        YearMonth open = month(Cast.NADIA_BENALI, Term.State.UNPAID);
        String path = FOLDER + "quittance-" + open + ".pdf";
        assertThat(new HttpBrowser(port).get(path).status()).isEqualTo(302);
        for (String query : List.of("?bail=B0033164-1", "?lease=B0033164-1", "?force=true", "?solde=0")) {
            assertThat(nadia.get(path + query).status()).as(query).isEqualTo(409);
        }
        assertThat(nadia.post(path).status()).isEqualTo(405);
        HttpBrowser martine = AtHome.signedIn(program, port, Cast.MARTINE_MARCHAND);
        YearMonth paid = month(Cast.MARTINE_MARCHAND, Term.State.SETTLED);
        String text = PdfCheck.text(
                martine.get(FOLDER + "quittance-" + paid + ".pdf").response().body());
        assertThat(text).contains("Martine Marchand", "Jean-Pierre Marchand").doesNotContain("Benali");
    }

    @Test
    void money_on_its_way_settles_nothing_until_the_erp_has_it() {
        YearMonth open = month(Cast.NADIA_BENALI, Term.State.UNPAID);
        coming.expect(new Coming(
                UUID.randomUUID(),
                NADIAS,
                Coming.Method.CARD,
                new Money(41_237),
                "TEST-COMING-" + UUID.randomUUID(),
                Coming.State.TAKEN,
                Instant.now(),
                LocalDate.now(Texts.ZONE)));
        Answer answer = nadia.get(FOLDER + "quittance-" + open + ".pdf");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Paiement par carte de 412,37 € vu");
    }

    @Test
    void one_cent_less_than_all_gives_a_receipt_and_no_quittance() {
        YearMonth open = month(Cast.NADIA_BENALI, Term.State.UNPAID);
        write("TEST-1", "PAIEMENT", -41_236);
        Answer refused = nadia.get(FOLDER + "quittance-" + open + ".pdf");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Il reste 0,01 € à payer", "Vous avez déjà payé 412,36 €");
        assertThat(refused.body()).contains(FOLDER + "recu-" + open + ".pdf");
        assertThat(PdfCheck.text(
                        nadia.get(FOLDER + "recu-" + open + ".pdf").response().body()))
                .contains("Reçu d’un paiement partiel", "412,36 €", "Reste à payer 0,01 €", "pas une quittance");
        write("TEST-2", "PAIEMENT", -1);
        assertThat(nadia.get(FOLDER + "quittance-" + open + ".pdf").status()).isEqualTo(200);
        Answer noPart = nadia.get(FOLDER + "recu-" + open + ".pdf");
        assertThat(noPart.status()).isEqualTo(409);
        assertThat(noPart.text()).contains("c’est une quittance qu’il vous faut");
    }

    @ParameterizedTest
    @CsvSource({"REJET_PRELEVEMENT", "AUTRE", "REMBOURSEMENT"})
    void what_the_bank_takes_back_takes_the_quittance_back(String kind) {
        YearMonth open = month(Cast.NADIA_BENALI, Term.State.UNPAID);
        write("TEST-1", "PAIEMENT", -41_237);
        assertThat(nadia.get(FOLDER + "quittance-" + open + ".pdf").status()).isEqualTo(200);
        write("TEST-2", kind, 41_237);
        assertThat(nadia.get(FOLDER + "quittance-" + open + ".pdf").status()).isEqualTo(409);
        Answer nothing = nadia.get(FOLDER + "recu-" + open + ".pdf");
        assertThat(nothing.status()).isEqualTo(409);
        assertThat(nothing.text()).contains("Rien n’a encore été reçu");
    }

    @Test
    void a_payment_that_the_erp_took_out_of_the_ledger_counts_no_more() {
        YearMonth open = month(Cast.NADIA_BENALI, Term.State.UNPAID);
        write("TEST-1", "PAIEMENT", -41_237);
        jdbc.sql("UPDATE account.ledger_entry SET closed_at = now() WHERE id = 'TEST-1'")
                .update();
        assertThat(nadia.get(FOLDER + "quittance-" + open + ".pdf").status()).isEqualTo(409);
    }

    @Test
    void paying_the_new_month_does_not_settle_it_while_an_old_debt_is_open() {
        YearMonth open = month(Cast.NADIA_BENALI, Term.State.UNPAID);
        write("TEST-1", "PENALITE", 10_000);
        write("TEST-2", "PAIEMENT", -41_237);
        assertThat(nadia.get(FOLDER + "quittance-" + open + ".pdf").text()).contains("Il reste 100,00 € à payer");
    }

    @Test
    void a_debt_moved_into_a_plan_has_no_quittance() {
        YearMonth open = month(Cast.NADIA_BENALI, Term.State.UNPAID);
        write("TEST-1", "PLAN_APUREMENT", -41_237);
        Answer answer = nadia.get(FOLDER + "quittance-" + open + ".pdf");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("412,37 € de ce mois sont dans votre plan d’apurement");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', Choisissez le premier jour",
        "2026-01-01, '', Choisissez le dernier jour",
        "hier, 2026-01-31, « hier » n’est pas une date",
        "2026-02-30, 2026-03-01, « 2026-02-30 » n’est pas une date",
        "2026-03-01, 2026-02-01, Le dernier jour est avant le premier",
        "2199-01-01, 2199-02-01, Ce jour est à venir"
    })
    void two_days_that_make_no_period_come_back_as_typed(String from, String until, String sentence) {
        Answer answer = nadia.get(FOLDER + "releve.pdf?du=" + from + "&au=" + until);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(sentence, "Erreur");
        assertThat(answer.body()).contains("value=\"" + from + "\"", "value=\"" + until + "\"");
    }

    @Test
    void a_statement_tells_every_line_between_two_days_however_they_are_typed() {
        AccountBook book = book(Cast.NADIA_BENALI);
        LocalDate first = book.notices().getLast().issuedOn();
        LocalDate last = first.plusDays(60);
        byte[] pdf = nadia.get(FOLDER + "releve.pdf?du=" + first + "&au=" + last)
                .response()
                .body();
        String typed = "%02d/%02d/%d".formatted(last.getDayOfMonth(), last.getMonthValue(), last.getYear());
        assertThat(PdfCheck.text(nadia.get(FOLDER + "releve.pdf?du=" + first + "&au=" + typed)
                        .response()
                        .body()))
                .isEqualTo(PdfCheck.text(pdf));
        String text = PdfCheck.text(pdf);
        book.period(first, last)
                .lines()
                .forEach(line -> assertThat(text).contains(french(line.balance()), french(absolute(line.amount()))));
        assertThat(text).contains(french(book.period(first, last).after()));
        assertThat(nadia.get(FOLDER + "releve").text()).contains("Relevé de compte", "Vos informations vont jusqu’au");
    }

    @Test
    void a_notice_that_is_collected_tells_the_day_and_asks_for_nothing() {
        SignedInTenant who = AtHome.as(program, Cast.NADIA_BENALI);
        RentNotice notice = book(Cast.NADIA_BENALI).notices().getFirst();
        UUID mandate = program.getBean(DemoDebits.class).moveIn(who.number(), who.lease());
        jdbc.sql("""
                        INSERT INTO debit.collection (id, mandate_id, lease_number, notice_id, reference, amount_cents,
                            due_on, announced_at, state)
                        VALUES (gen_random_uuid(), :mandate, :lease, :notice, 'TEST-COLLECTION', 41237, '2026-12-07',
                            now(), 'ANNOUNCED')
                        """)
                .param("mandate", mandate)
                .param("lease", NADIAS.value())
                .param("notice", notice.id())
                .update();
        String path = FOLDER + "avis-" + notice.period() + ".pdf";
        try {
            assertThat(PdfCheck.text(nadia.get(path).response().body()))
                    .contains(
                            "412,37 € seront prélevés sur votre compte bancaire le 7 décembre 2026",
                            "Mandat B0048213-1")
                    .doesNotContain("Payer par virement", "FR76");
            jdbc.sql("UPDATE debit.collection SET state = 'LEFT_OUT' WHERE reference = 'TEST-COLLECTION'")
                    .update();
            assertThat(PdfCheck.text(nadia.get(path).response().body()))
                    .contains("Payer par virement")
                    .doesNotContain("prélevés");
        } finally {
            Emptied.by(jdbc, "DELETE FROM debit.collection WHERE reference = 'TEST-COLLECTION'");
        }
    }

    @Test
    void a_lease_that_the_agency_debits_itself_is_not_asked_to_pay_twice() {
        YearMonth month = book(Cast.FATOUMATA_DIALLO).terms().getFirst().month();
        assertThat(PdfCheck.text(AtHome.signedIn(program, port, Cast.FATOUMATA_DIALLO)
                        .get(FOLDER + "avis-" + month + ".pdf")
                        .response()
                        .body()))
                .contains("sera prélevée sur votre compte bancaire à partir du")
                .doesNotContain("Payer par virement");
    }

    @Test
    void compte_leads_to_each_paper_or_says_why_not() {
        String page = nadia.get("/compte").body();
        YearMonth open = month(Cast.NADIA_BENALI, Term.State.UNPAID);
        YearMonth paid = month(Cast.NADIA_BENALI, Term.State.SETTLED);
        assertThat(page)
                .contains(FOLDER + "avis-" + open + ".pdf", FOLDER + "quittance-" + paid + ".pdf")
                .contains(FOLDER + "releve\"", FOLDER + "attestation-de-loyer.pdf")
                .doesNotContain(FOLDER + "quittance-" + open + ".pdf");
        assertThat(nadia.get("/compte").text())
                .contains("Payer 412,37 €", "Quittance dès que ce mois est payé : il reste 412,37 €");
        YearMonth part = month(Cast.FATOUMATA_DIALLO, Term.State.PARTLY_PAID);
        assertThat(AtHome.signedIn(program, port, Cast.FATOUMATA_DIALLO)
                        .get("/compte")
                        .body())
                .contains(FOLDER + "recu-" + part + ".pdf");
    }

    @Test
    void a_certificate_says_whether_the_account_is_up_to_date() {
        assertThat(PdfCheck.text(nadia.get(FOLDER + "attestation-de-loyer.pdf")
                        .response()
                        .body()))
                .contains(
                        "Loyer mensuel hors charges 414,00 €",
                        "Charges mensuelles (provisions) 113,00 €",
                        "APL versée au bailleur 76,00 €",
                        "À jour du loyer et des charges oui",
                        "Numéro SIRET 000 000 000 00000",
                        "Date d’effet du bail 1er mars 2019");
        assertThat(PdfCheck.text(AtHome.signedIn(program, port, Cast.FATOUMATA_DIALLO)
                        .get(FOLDER + "attestation-de-loyer.pdf")
                        .response()
                        .body()))
                .contains("À jour du loyer et des charges non", "Somme échue et non payée 628,40 €");
    }

    private void write(String id, String kind, long cents) {
        jdbc.sql("""
                        INSERT INTO account.ledger_entry (lease_number, id, kind, label, operation_date, value_date,
                            debit_cents, credit_cents, direct_debit)
                        VALUES (:lease, :id, :kind, '', current_date + 1, current_date + 1, :debit, :credit, false)
                        """)
                .param("lease", NADIAS.value())
                .param("id", id)
                .param("kind", kind)
                .param("debit", Math.max(0, cents))
                .param("credit", Math.max(0, -cents))
                .update();
    }

    private AccountBook book(Cast person) {
        SignedInTenant who = AtHome.as(program, person);
        return accounts.book(who);
    }

    private YearMonth month(Cast person, Term.State state) {
        return book(person).terms().stream()
                .filter(term -> term.state() == state)
                .findFirst()
                .orElseThrow()
                .month();
    }

    private static String header(Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }

    private static Money absolute(Money amount) {
        return Stream.of(amount, amount.negated())
                .filter(each -> !each.isNegative())
                .findFirst()
                .orElseThrow();
    }

    /// As it is read from a page or a paper, all spaces alike.
    static String french(Money amount) {
        return (amount.isNegative() ? "−" : "")
                + "%,d,%02d €"
                        .formatted(Math.abs(amount.cents()) / 100, Math.abs(amount.cents()) % 100)
                        .replaceFirst("(?<=[0-9]),(?=[0-9]{3})", " ");
    }
}
