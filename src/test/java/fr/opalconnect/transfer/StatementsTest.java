package fr.opalconnect.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the bank tells, on PostgreSQL: each sum once, to whom it belongs, and the rest before the office.
@WholeApplication
class StatementsTest {
    private static final AtomicInteger FILES = new AtomicInteger();
    private static final String NADIAS_ACCOUNT = "FR7699998022000000004821390";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Statements statements;

    @Autowired
    private Matches matches;

    @Autowired
    private JdbcClient jdbc;

    private SignedInStaff anne = null;
    private String id = "";

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        anne = AtTheDesk.as(program, CastStaff.ANNE_CARON);
        Emptied.by(jdbc, "TRUNCATE transfer.file, transfer.statement, transfer.line, transfer.match, transfer.step");
        Emptied.by(jdbc, "DELETE FROM account.coming_payment WHERE method = 'TRANSFER'");
        id = "REL-" + FILES.incrementAndGet();
    }

    @Test
    void the_reference_finds_its_lease_in_its_field_and_among_words() {
        Camt camt = camt().transfer("412.37", "B1", "SOMEBODY ELSE", "", Camt.structured(reference(Cast.NADIA_BENALI)))
                .transfer(
                        "420.00",
                        "B2",
                        "ROCHE",
                        "",
                        Camt.words("loyer "
                                + reference(Cast.SAMUEL_ROCHE).grouped().toLowerCase(java.util.Locale.ROOT)));
        assertThat(take(camt)).isEqualTo(new Taken.Read(1, 0, 2, 2, 0, 0));
        assertThat(leases()).containsExactly(lease(Cast.NADIA_BENALI), lease(Cast.SAMUEL_ROCHE));
        assertThat(AtHome.signedIn(program, port, Cast.NADIA_BENALI)
                        .get("/compte")
                        .text())
                .contains("Virement de 412,37 € reçu");
        assertThat(line("B1").clues()).containsExactly(Clue.REFERENCE);
        assertThat(line("B2").clues()).containsExactly(Clue.REFERENCE_IN_TEXT);
    }

    @Test
    void a_misprint_is_sure_only_when_the_name_agrees() {
        String plain = reference(Cast.ELODIE_VASSEUR).value();
        String slip = plain.substring(0, 8) + plain.charAt(9) + plain.charAt(8) + plain.substring(10);
        take(camt().transfer("100.00", "B1", "VASSEUR ELODIE", "", Camt.words("ancien logement " + slip))
                .transfer("100.00", "B2", "MAMAN", "", Camt.words(slip)));
        assertThat(line("B1").match()).isNotNull();
        assertThat(line("B1").clues()).contains(Clue.MISPRINT, Clue.NAME);
        assertThat(line("B2").state()).isEqualTo(LineState.OPEN);
        assertThat(line("B2").proposal()).isEqualTo(lease(Cast.ELODIE_VASSEUR));
    }

    @Test
    void a_tenant_number_with_the_name_is_sure_and_two_leases_are_left_to_people() {
        take(camt().transfer("50.00", "B1", "MME BENALI", "", Camt.words("loyer no 0048213"))
                .transfer("356.44", "B2", "LEFEVRE KEVIN", "", Camt.words("loc. 0062540"))
                .transfer("50.00", "B3", "ROCHE", "", Camt.words("le 0048213 pour elle")));
        assertThat(line("B1").match()).isNotNull();
        assertThat(line("B2").state()).isEqualTo(LineState.OPEN);
        // The dwelling's: its balance is what was paid.
        assertThat(line("B2").proposal()).isEqualTo(lease(Cast.KEVIN_LEFEVRE));
        assertThat(line("B3").state()).isEqualTo(LineState.OPEN);
        assertThat(line("B3").proposal()).isEqualTo(lease(Cast.NADIA_BENALI));
    }

    @Test
    void an_account_that_paid_before_is_known_by_its_hash_alone() {
        take(camt().transfer("10.00", "B1", "X", NADIAS_ACCOUNT, Camt.structured(reference(Cast.NADIA_BENALI))));
        take(camt().id(id + "b")
                .transfer("20.00", "B2", "BENALI N", NADIAS_ACCOUNT, "")
                .transfer("30.00", "B3", "COUSIN", NADIAS_ACCOUNT, ""));
        assertThat(line("B2").match()).isNotNull();
        assertThat(line("B2").clues()).contains(Clue.ACCOUNT, Clue.NAME);
        assertThat(line("B3").state()).isEqualTo(LineState.OPEN);
        assertThat(line("B3").proposal()).isEqualTo(lease(Cast.NADIA_BENALI));
        String all = jdbc.sql("SELECT string_agg(l::text || s::text, '') FROM transfer.line l, transfer.statement s")
                .query(String.class)
                .single();
        assertThat(all).doesNotContain(NADIAS_ACCOUNT).doesNotContain(Camt.ACCOUNT);
    }

    @Test
    void a_name_and_the_amount_owed_are_a_proposal_and_nothing_is_none() {
        take(camt().transfer("412.37", "B1", "MME NADIA BENALI", "", Camt.words("novembre"))
                .transfer("12.00", "B2", "COMITE DES FETES", "", Camt.words("don")));
        assertThat(line("B1").state()).isEqualTo(LineState.OPEN);
        assertThat(line("B1").proposal()).isEqualTo(lease(Cast.NADIA_BENALI));
        assertThat(line("B1").clues()).containsExactly(Clue.NAME, Clue.AMOUNT);
        assertThat(line("B2").proposal()).isNull();
    }

    @Test
    void the_same_file_and_the_same_statement_twice_change_nothing() {
        Camt camt = camt().transfer("412.37", "B1", "X", "", Camt.structured(reference(Cast.NADIA_BENALI)))
                .transfer("5.00", "", "Y", "", "");
        take(camt);
        assertThat(take(camt)).isInstanceOf(Taken.Before.class);
        byte[] otherFile = camt.xml()
                .replace("<MsgId>M1</MsgId>", "<MsgId>M2</MsgId>")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(statements.take(anne, "b.xml", otherFile)).isEqualTo(new Taken.Read(0, 1, 0, 0, 0, 0));
        assertThat(count("line")).isEqualTo(2);
        assertThat(count("match")).isEqualTo(1);
    }

    @Test
    void a_notification_and_the_statement_that_repeats_it_count_once() {
        String paid = Camt.structured(reference(Cast.NADIA_BENALI));
        statements.take(
                anne,
                "a.xml",
                Camt.notification(8)
                        .id(id)
                        .transfer("412.37", "B1", "X", "", paid)
                        .bytes());
        assertThat(take(camt().transfer("412.37", "B1", "X", "", paid).transfer("7.00", "B2", "X", "", paid)))
                .isEqualTo(new Taken.Read(1, 0, 1, 1, 0, 1));
        assertThat(count("match")).isEqualTo(2);
    }

    @Test
    void what_may_be_the_same_money_waits_for_somebody() {
        String paid = Camt.structured(reference(Cast.NADIA_BENALI));
        statements.take(
                anne,
                "a.xml",
                Camt.notification(8)
                        .id(id)
                        .transfer("412.37", "", "X", "", paid)
                        .bytes());
        take(camt().transfer("412.37", "", "X", "", paid));
        assertThat(count("match")).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM transfer.line WHERE state = 'OPEN' AND doubt")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        // Two alike in one statement are two.
        take(camt().id(id + "-2").transfer("9.00", "", "X", "", paid).transfer("9.00", "", "X", "", paid));
        assertThat(count("match")).isEqualTo(3);
    }

    @Test
    void a_statement_that_changed_or_is_of_another_account_leaves_nothing() {
        take(camt().transfer("1.00", "B1", "X", "", ""));
        assertThat(take(camt().transfer("2.00", "B2", "X", "", "")))
                .isEqualTo(new Taken.Refused(CamtRefusal.Reason.CHANGED, List.of(id)));
        byte[] other = Camt.statement(8)
                .id("Z")
                .transfer("1.00", "B9", "X", "", "")
                .xml()
                .replace(Camt.ACCOUNT, NADIAS_ACCOUNT)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(statements.take(anne, "c.xml", other))
                .isEqualTo(new Taken.Refused(CamtRefusal.Reason.ACCOUNT, List.of("Z")));
        assertThat(count("file")).isEqualTo(1);
        assertThat(count("line")).isEqualTo(1);
    }

    @Test
    void bundles_and_what_went_out_are_left_aside_with_their_sums() {
        take(camt().entry("1284.51", "CRDT", "B1", "MCRD/POSP", "")
                .entry("18402.10", "CRDT", "B2", "IDDT/ESDD", "<NtryDtls><Btch><NbOfTxs>45</NbOfTxs></Btch></NtryDtls>")
                .entry(
                        "356.44",
                        "DBIT",
                        "B3",
                        "IDDT/UPDD",
                        "<NtryDtls><TxDtls><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>")
                .entry("99.00", "DBIT", "B4", "ICDT/ESCT", "<AddtlNtryInf>SALAIRE</AddtlNtryInf>")
                .entry("77.00", "CRDT", "B5", "RCDT/ESCT", "<AddtlNtryInf>REMISE CB PAYZEN</AddtlNtryInf>"));
        assertThat(line("B1").kind()).isEqualTo(LineKind.CARDS);
        assertThat(line("B2").kind()).isEqualTo(LineKind.DEBITS);
        assertThat(line("B3").kind()).isEqualTo(LineKind.RETURNED);
        assertThat(line("B4").kind()).isEqualTo(LineKind.OUTGOING);
        assertThat(line("B4").words()).isEmpty();
        assertThat(line("B5").kind()).isEqualTo(LineKind.CARDS);
        assertThat(desk().get("/bureau/releves").text()).contains("1 361,51 €", "18 402,10 €", "2 · ");
    }

    @Test
    void the_office_decides_takes_back_and_decides_again_and_the_erp_is_told() {
        take(camt().transfer("200.00", "B1", "DIALLO FATOUMATA", "", Camt.words("acompte")));
        UUID line = line("B1").id();
        HttpBrowser desk = desk();
        String path = "/bureau/releves/lignes/" + line;
        assertThat(desk.get(path).text()).contains("Fatoumata Diallo", "nom du titulaire");

        assertThat(desk.post(path + "/ecarter", "motif", "").status()).isEqualTo(422);
        Answer found = desk.post(path + "/recherche", "q", "benali");
        assertThat(found.text()).contains("Benali Nadia");
        assertThat(desk.post(path + "/affecter", "bail", "NOT-THERE").status()).isEqualTo(404);
        Answer matched = desk.follow(
                desk.post(path + "/affecter", "bail", lease(Cast.NADIA_BENALI).value()));
        assertThat(matched.text()).contains("Affecté : le locataire voit son paiement", "Nadia Benali", "VIR");
        assertThat(desk.post(
                                path + "/affecter",
                                "bail",
                                lease(Cast.FATOUMATA_DIALLO).value())
                        .where())
                .endsWith("fait=entretemps");

        assertThat(export(7)).singleElement().satisfies(row -> {
            assertThat(row)
                    .startsWith(line("B1").match().reference(), "AFFECTATION", "B0048213-1", "200.00", "2026-11-23");
            assertThat(row).contains("B1", id, "Anne Caron");
        });
        assertThat(export(7)).hasSize(1);
        desk.post(path + "/reprendre", "motif", "C’est pour Mme Diallo");
        assertThat(line("B1").state()).isEqualTo(LineState.OPEN);
        desk.post(path + "/affecter", "bail", lease(Cast.FATOUMATA_DIALLO).value());
        assertThat(export(8))
                .extracting(row -> row.get(1) + " " + row.get(2))
                .containsExactly("RETRAIT B0048213-1", "AFFECTATION B0051877-1");
        assertThat(desk.get(path).text()).contains("C’est pour Mme Diallo", "Anne Caron");
        assertThat(jdbc.sql("SELECT count(*) FROM platform.audit_line WHERE act LIKE 'transfer%' AND actor = :anne")
                        .param("anne", anne.actor())
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void what_the_bank_takes_back_counts_no_more_and_the_tenant_reads_so() {
        take(camt().transfer("412.37", "B1", "MME BENALI", NADIAS_ACCOUNT, paidBy(Cast.NADIA_BENALI)));
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        assertThat(nadia.get("/compte").text()).contains("Virement de 412,37 € reçu");
        assertThat(export(41)).hasSize(1);
        HttpBrowser anne = desk();
        assertThat(anne.post(path("B1") + "/ecarter", "motif", "x").where()).endsWith("fait=entretemps");

        take(camt().id(id + "-b").entry("412.37", "DBIT", "B2", "RCDT/RRTN", returned("AC04", NADIAS_ACCOUNT)));
        assertThat(line("B2").takesBack()).isEqualTo(line("B1").id());
        assertThat(line("B1").match()).isNull();
        assertThat(line("B1").state()).isEqualTo(LineState.ASIDE);
        assertThat(nadia.get("/compte").text())
                .contains("Votre virement de 412,37 € a été repris par la banque le 23 novembre")
                .doesNotContain("412,37 € reçu");
        assertThat(nadia.get("/payer").text()).doesNotContain("412,37 € reçu");
        assertThat(export(42)).singleElement().satisfies(row -> assertThat(row).contains("RETRAIT"));
        assertThat(desk().get(path("B1")).text()).contains("Repris par la banque", "Voir la reprise");
        assertThat(line("B2").state()).isEqualTo(LineState.ASIDE);

        // It was another's after all: one decision after the other is taken back.
        HttpBrowser desk = desk();
        assertThat(desk.post(path("B1") + "/reprendre", "motif", "x").where()).endsWith("fait=entretemps");
        desk.post(path("B2") + "/reprendre", "motif", "Ce n’est pas celui-là");
        assertThat(nadia.get("/compte").text()).doesNotContain("repris par la banque");
    }

    @Test
    void of_two_months_alike_the_banks_own_number_tells_which_is_taken_back() {
        take(camt().transfer("412.37", "B1", "X", NADIAS_ACCOUNT, paidBy(Cast.NADIA_BENALI))
                .transfer("412.37", "B2", "X", NADIAS_ACCOUNT, paidBy(Cast.NADIA_BENALI)));
        take(camt().id(id + "-b")
                .raw("412.37", "DBIT", "<RvslInd>true</RvslInd>", "<Dt>2026-11-24</Dt>", "B2", "RCDT/ESCT", "")
                .entry("412.37", "DBIT", "B3", "RCDT/RRTN", returned("AC04", NADIAS_ACCOUNT)));
        assertThat(jdbc.sql("SELECT count(*) FROM transfer.match WHERE withdrawn_at IS NULL")
                        .query(Integer.class)
                        .single())
                .as("the second return is then the only one left")
                .isZero();
        assertThat(line("B3").takesBack()).isEqualTo(line("B1").id());
    }

    @Test
    void where_only_the_sum_tells_somebody_says_which_transfer_is_taken_back() {
        take(camt().transfer("99.10", "B1", "X", "", paidBy(Cast.NADIA_BENALI))
                .transfer("99.10", "B2", "Y", "", paidBy(Cast.SAMUEL_ROCHE)));
        take(camt().id(id + "-b")
                .raw("99.10", "DBIT", "<RvslInd>true</RvslInd>", "<Dt>2026-11-24</Dt>", "B3", "RCDT/ESCT", "")
                .entry("12.00", "DBIT", "B4", "RCDT/RRTN", ""));
        assertThat(line("B3").asksWhatItTakesBack()).isTrue();
        HttpBrowser desk = desk();
        assertThat(desk.get(path("B3")).text()).contains("Quel virement la banque reprend-elle", "B0048213-1");
        assertThat(desk.get(path("B4")).text()).contains("Aucun virement de cette somme");
        assertThat(desk.post(path("B4") + "/reprise", "ligne", line("B1").id().toString())
                        .where())
                .endsWith("fait=entretemps");
        assertThat(desk.follow(desk.post(
                                path("B3") + "/reprise",
                                "ligne",
                                line("B1").id().toString()))
                        .text())
                .contains("le virement ne compte plus");
        assertThat(line("B1").match()).isNull();
        assertThat(line("B2").match()).isNotNull();
    }

    @Test
    void whoever_does_not_see_all_agencies_finds_no_such_page() {
        take(camt().transfer("1.00", "B1", "X", "", ""));
        HttpBrowser claire = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE);
        claire.get("/bureau/compte");
        assertThat(claire.get("/bureau/releves").status()).isEqualTo(404);
        assertThat(claire.get("/bureau/releves/lignes/" + line("B1").id()).status())
                .isEqualTo(404);
        assertThat(matches.putAside(
                        AtTheDesk.as(program, CastStaff.CLAIRE_LEMOINE),
                        line("B1").id(),
                        "x"))
                .isInstanceOf(Matches.Ending.NotFound.class);
    }

    @Test
    void a_file_that_is_none_says_why_and_the_demos_own_is_read() throws Exception {
        HttpBrowser desk = desk();
        desk.get("/bureau/releves");
        Answer refused = desk.upload("/bureau/releves", "releve", "photo.jpg", new byte[] {1, 2, 3});
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("n’est pas du XML entier", "Rien n’a été lu");
        byte[] sample = desk.get("/demo/releve.xml").response().body();
        Camt.validate(new String(sample, java.nio.charset.StandardCharsets.UTF_8));
        Answer read = desk.follow(desk.upload("/bureau/releves", "releve", "releve.xml", sample));
        assertThat(read.text()).contains("10 lignes nouvelles", "3 affectées", "3 à décider");
        assertThat(desk.follow(desk.upload("/bureau/releves", "releve", "releve.xml", sample))
                        .text())
                .contains("rien n’a changé");
    }

    private String path(String bankReference) {
        return "/bureau/releves/lignes/" + line(bankReference).id();
    }

    private static String paidBy(Cast person) {
        return Camt.structured(reference(person));
    }

    private static String returned(String why, String iban) {
        return "<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties><DbtrAcct><Id><IBAN>"
                + iban + "</IBAN></Id></DbtrAcct></RltdPties><RtrInf><Rsn><Cd>" + why
                + "</Cd></Rsn></RtrInf></TxDtls></NtryDtls>";
    }

    private HttpBrowser desk() {
        HttpBrowser desk = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.ANNE_CARON);
        desk.get("/bureau/compte");
        return desk;
    }

    private List<List<String>> export(long number) {
        TransferOutlet outlet = new TransferOutlet();
        outlet.assign(jdbc, number);
        return outlet.rows(jdbc, number);
    }

    private Camt camt() {
        return Camt.statement(8).id(id);
    }

    private Taken take(Camt camt) {
        return statements.take(anne, "releve.xml", camt.bytes());
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM transfer." + table)
                .query(Integer.class)
                .single();
    }

    private List<LeaseNumber> leases() {
        return jdbc.sql("SELECT lease_number FROM transfer.match ORDER BY number")
                .query((row, index) -> new LeaseNumber(row.getString(1)))
                .list();
    }

    private Line line(String bankReference) {
        UUID found = jdbc.sql("SELECT id FROM transfer.line WHERE bank_reference = :reference")
                .param("reference", bankReference)
                .query(UUID.class)
                .single();
        return program.getBean(LineTable.class).find(found);
    }

    private static LeaseNumber lease(Cast person) {
        return person.lease().number();
    }

    private static Reference reference(Cast person) {
        return Reference.of(lease(person));
    }
}
