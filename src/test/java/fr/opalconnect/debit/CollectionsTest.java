package fr.opalconnect.debit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.account.Coming;
import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import fr.opalconnect.ui.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;

/// From the notice to the bank's file and back: announced, approved, written, returned.
@WholeApplication
class CollectionsTest {
    private static final LeaseNumber LEASE = Cast.KEVIN_LEFEVRE.lease().number();
    private static final Money OWED = Cast.KEVIN_LEFEVRE.balance();
    private static final String DESK = "/bureau/prelevements";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Proposals proposals;

    @Autowired
    private ComingPayments coming;

    @Autowired
    private DemoDebits demo;

    private HttpBrowser office = null;
    private HttpBrowser kevin = null;

    @BeforeEach
    void aMandate() {
        DemoLandlord.bringInto(imports);
        Cleared.all(jdbc);
        demo.moveIn(Cast.KEVIN_LEFEVRE.tenant(), LEASE);
        office = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.ANNE_CARON);
        kevin = AtHome.signedIn(program, port, Cast.KEVIN_LEFEVRE);
    }

    @Test
    void a_notice_is_announced_once_for_what_may_be_collected() {
        proposals.propose();
        proposals.propose();

        assertThat(coming.of(LEASE)).singleElement().satisfies(money -> {
            assertThat(money.amount()).isEqualTo(OWED);
            assertThat(money.state()).isEqualTo(Coming.State.ANNOUNCED);
            assertThat(money.reference()).startsWith("PRLV-");
        });
        assertThat(kevin.get("/prelevement").text()).contains("356,44 €", "Annoncé");
        assertThat(kevin.get("/compte").text()).contains("prélèvement de 356,44 €");
        assertThat(kevin.get("/accueil").text()).contains("Prélevé le").doesNotContain("Un prélèvement de");
    }

    @Test
    void what_is_on_its_way_otherwise_is_not_collected_again() {
        Coming card = new Coming(
                Ids.next(InstantSource.system()),
                LEASE,
                Coming.Method.DIRECT_DEBIT,
                Money.ofCents(30_000),
                "TEST-" + System.nanoTime(),
                Coming.State.TAKEN,
                Instant.now(),
                LocalDate.now(Texts.ZONE).plusDays(2));
        coming.expect(card);
        proposals.propose();
        assertThat(coming.of(LEASE))
                .hasSize(2)
                .last()
                .extracting(Coming::amount)
                .isEqualTo(OWED.minus(Money.ofCents(30_000)));
    }

    @Test
    void what_was_paid_after_the_announcement_is_left_out_of_the_file() {
        proposals.propose();
        coming.expect(new Coming(
                Ids.next(InstantSource.system()),
                LEASE,
                Coming.Method.DIRECT_DEBIT,
                OWED,
                "TEST-" + System.nanoTime(),
                Coming.State.TAKEN,
                Instant.now(),
                LocalDate.now(Texts.ZONE).plusDays(2)));

        assertThat(approve().where()).isEqualTo(DESK + "?fait=rien");
        assertThat(coming.of(LEASE)).singleElement().extracting(Coming::state).isEqualTo(Coming.State.TAKEN);
        assertThat(kevin.get("/prelevement").text()).contains("Retiré : déjà payé");
    }

    @Test
    void an_approved_day_becomes_one_valid_file_that_never_changes() throws Exception {
        proposals.propose();
        assertThat(office.get(DESK).text()).contains("356,44 €", "FR76 •••• 2150", "À approuver");
        assertThat(office.get(DESK).body()).doesNotContain("FR7619999000010000065432150");

        assertThat(office.follow(approve()).text()).contains("Le fichier est écrit", "Dans le fichier");
        String path = DESK + "/fichiers/"
                + jdbc.sql("SELECT id::text FROM debit.bank_file")
                        .query(String.class)
                        .single();
        byte[] bytes = office.get(path).response().body();

        assertThatCode(() -> Schemas.validate("pain.008.001.02", bytes)).doesNotThrowAnyException();
        Element root = Schemas.parse(bytes);
        Schemas.check(root);
        assertThat(Schemas.texts(root, "InstdAmt")).containsExactly("356.44");
        assertThat(Schemas.texts(root, "SeqTp")).containsExactly("FRST");
        assertThat(Schemas.texts(root, "IBAN"))
                .containsExactly("FR7619999000010000012345602", "FR7619999000010000065432150");
        assertThat(office.get(path).response().body()).isEqualTo(bytes);
        assertThat(coming.of(LEASE)).singleElement().extracting(Coming::state).isEqualTo(Coming.State.RUNNING);
        assertThat(approve().where()).isEqualTo(DESK + "?fait=rien");
        proposals.propose();
        assertThat(coming.of(LEASE)).hasSize(1);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM debit.bank_file WHERE position('19999000'::bytea IN content_sealed) > 0")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.CLAIRE_LEMOINE)
                        .get(path)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_office_leaves_one_out_with_a_reason() {
        proposals.propose();
        office.get(DESK);
        String id = jdbc.sql("SELECT id::text FROM debit.collection")
                .query(String.class)
                .single();
        assertThat(office.post(DESK + "/" + id + "/ecarter", "motif", " ").status())
                .isEqualTo(422);
        assertThat(office.follow(office.post(DESK + "/" + id + "/ecarter", "motif", "Litige sur les charges"))
                        .text())
                .contains("Litige sur les charges");
        assertThat(coming.of(LEASE)).isEmpty();
        assertThat(kevin.get("/prelevement").text())
                .contains("Retiré par votre agence")
                .doesNotContain("Litige");
        assertThat(office.post(DESK + "/" + id + "/ecarter", "motif", "x").status())
                .isEqualTo(404);
    }

    @Test
    void an_adviser_sees_but_does_not_approve() {
        proposals.propose();
        HttpBrowser adviser = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.THOMAS_DELATTRE);
        adviser.get("/bureau/compte");
        assertThat(adviser.get(DESK).status()).isEqualTo(200);
        assertThat(adviser.post(DESK + "/approuver", "jour", day().toString()).status())
                .isEqualTo(404);
        assertThat(adviser.get(DESK + "/retours").status()).isEqualTo(404);
    }

    @Test
    void a_suspended_collection_does_not_leave_and_the_mandate_goes_on() {
        proposals.propose();
        kevin.get("/prelevement");
        assertThat(kevin.follow(kevin.post("/prelevement/suspendre")).text())
                .contains("Suspendu à votre demande", "En place");
        assertThat(coming.of(LEASE)).isEmpty();
        assertThat(approve().where()).isEqualTo(DESK + "?fait=rien");
    }

    @Test
    void suspended_before_the_announcement_the_next_notice_is_not_collected() {
        kevin.get("/prelevement");
        kevin.post("/prelevement/suspendre");
        proposals.propose();
        proposals.propose();
        assertThat(coming.of(LEASE)).isEmpty();
        assertThat(jdbc.sql("SELECT state FROM debit.collection")
                        .query(String.class)
                        .list())
                .containsExactly("LEFT_OUT");
        assertThat(jdbc.sql("SELECT state FROM debit.mandate")
                        .query(String.class)
                        .single())
                .isEqualTo("ACTIVE");
    }

    @Test
    void a_return_without_funds_is_told_in_words_and_changes_nothing_the_second_time() throws Exception {
        sent();
        byte[] file = Messages.pain002(reference(), "AM04", "356.44");
        assertThatCode(() -> Schemas.validate("pain.002.001.10", file)).doesNotThrowAnyException();

        assertThat(upload(file).text()).contains("Le fichier est pris", "AM04", "Il n’y avait pas assez sur le compte");
        assertThat(upload(file).text()).contains("déjà été pris");
        assertThat(upload(Messages.camt054(reference(), "AM04", "356.44")).text())
                .contains("Déjà connu");

        assertThat(coming.of(LEASE)).isEmpty();
        assertThat(kevin.get("/prelevement").text())
                .contains("Il n’y avait pas assez sur le compte", "Écrivez à votre agence", "En place");
        Codes.awaitText(jdbc, Cast.KEVIN_LEFEVRE, "un prélèvement n'a pas abouti");
        assertThat(kevin.with("Accept-Language", "en").get("/prelevement").text())
                .contains("There was not enough in the account");
    }

    @Test
    void a_closed_account_stops_the_mandate_until_there_is_another() {
        sent();
        upload(Messages.camt054(reference(), "AC04", "356.44"));
        assertThat(kevin.get("/prelevement").text())
                .contains(
                        "Bloqué par la banque",
                        "Ce compte est fermé",
                        "Rien ne part tant que le compte n’est pas changé");
        assertThat(jdbc.sql("SELECT state FROM debit.mandate")
                        .query(String.class)
                        .single())
                .isEqualTo("STOPPED");
        kevin.get("/prelevement/iban");
        kevin.post("/prelevement/iban", "iban", "FR7630006000011234567890189", "titulaire", "Kévin Lefèvre");
        kevin.post("/payer/prelevement/code/envoi");
        kevin.post("/payer/prelevement/code", "code", Codes.last(jdbc, Cast.KEVIN_LEFEVRE));
        assertThat(kevin.get("/prelevement").text()).contains("En place", "FR76 •••• 0189");
    }

    @Test
    void what_does_not_fit_changes_nothing_and_is_shown() {
        sent();
        assertThat(upload(Messages.camt054(reference(), "AM04", "356.45")).text())
                .contains("Autre montant que le nôtre");
        assertThat(upload(Messages.camt054("SOMETHING-ELSE", "AM04", "1.00")).text())
                .contains("Aucun de nos prélèvements", "SOMETHING-ELSE");
        assertThat(coming.of(LEASE)).hasSize(1);
    }

    @Test
    void what_is_no_such_file_is_refused_with_a_reason_and_never_half() {
        sent();
        String whole = new String(Messages.camt054(reference(), "AM04", "356.44"), StandardCharsets.UTF_8);
        for (String file : List.of(
                "bonjour",
                whole.substring(0, whole.length() - 20),
                whole.replace("camt.054", "camt.029"),
                whole.replace("356.44", "356,44"),
                whole.replace(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>"))) {
            HttpBrowser.Answer answer =
                    office.upload(DESK + "/retours", "fichier", "retours.xml", file.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(file).isEqualTo(422);
            assertThat(answer.text()).contains("Rien n’a été changé");
        }
        assertThat(coming.of(LEASE)).hasSize(1);
        assertThat(jdbc.sql("SELECT count(*) FROM debit.return_file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_whole_block_that_the_bank_refuses_comes_back() {
        sent();
        String block = jdbc.sql("SELECT block FROM debit.collection")
                .query(String.class)
                .single();
        assertThat(upload(Messages.pain002Block(block, "MS03")).text())
                .contains("Votre banque a refusé le prélèvement");
        assertThat(coming.of(LEASE)).isEmpty();
    }

    @Test
    void a_whole_file_that_the_bank_refuses_comes_back() {
        sent();
        String message = jdbc.sql("SELECT message_id FROM debit.bank_file")
                .query(String.class)
                .single();
        assertThat(upload(Messages.pain002File(message, "FF01")).text()).contains("Le fichier est pris");
        assertThat(coming.of(LEASE)).isEmpty();
        assertThat(upload(Messages.pain002File("ANOTHER-FILE", "FF01")).text()).contains("Aucun de nos prélèvements");
    }

    @Test
    void a_return_on_the_account_statement_counts_like_any_other() {
        sent();
        assertThat(upload(Messages.camt053(reference(), "AM04", "356.44")).text())
                .contains("Le fichier est pris", "Il n’y avait pas assez sur le compte");
        assertThat(coming.of(LEASE)).isEmpty();
    }

    @Test
    void nobody_approved_in_time_and_nothing_leaves() {
        proposals.propose();
        jdbc.sql("UPDATE debit.collection SET due_on = current_date").update();
        office.get(DESK);
        assertThat(office.post(
                                DESK + "/approuver",
                                "jour",
                                LocalDate.now(Texts.ZONE).toString())
                        .where())
                .isEqualTo(DESK + "?fait=tard");
        proposals.propose();
        assertThat(coming.of(LEASE)).isEmpty();
        assertThat(kevin.get("/prelevement").text()).contains("il n’a pas pu partir à temps");
    }

    @Test
    void a_mandate_unused_for_36_months_lapses() {
        program.getBean(Mandates.class).lapse();
        assertThat(jdbc.sql("SELECT state FROM debit.mandate")
                        .query(String.class)
                        .single())
                .isEqualTo("ACTIVE");
        jdbc.sql("UPDATE debit.mandate SET signed_at = signed_at - interval '4 years', used_on = current_date - 1097")
                .update();
        program.getBean(Mandates.class).lapse();
        assertThat(kevin.get("/prelevement").text()).contains("Expiré", "36 mois sans prélèvement");
    }

    @Test
    void two_who_approve_at_once_write_one_file() throws Exception {
        proposals.propose();
        SignedInStaff anne = AtTheDesk.as(program, CastStaff.ANNE_CARON);
        LocalDate day = day();
        Approval approval = program.getBean(Approval.class);
        List<Future<Approval.Ending>> all;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            all = threads.invokeAll(Collections.nCopies(4, () -> approval.approve(anne, day)));
        }
        int written = 0;
        for (Future<Approval.Ending> one : all) {
            written += one.get() instanceof Approval.Ending.Written ? 1 : 0;
        }
        assertThat(written).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM debit.bank_file")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void suspended_and_approved_at_once_it_is_one_or_the_other() throws Exception {
        SignedInStaff anne = AtTheDesk.as(program, CastStaff.ANNE_CARON);
        for (int i = 0; i < 10; i++) {
            Cleared.all(jdbc);
            demo.moveIn(Cast.KEVIN_LEFEVRE.tenant(), LEASE);
            proposals.propose();
            LocalDate day = day();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<Approval.Ending> approved =
                        threads.submit(() -> program.getBean(Approval.class).approve(anne, day));
                Future<Boolean> suspended = threads.submit(
                        () -> program.getBean(Mandates.class).suspend(AtHome.as(program, Cast.KEVIN_LEFEVRE)));
                assertThat(suspended.get()).isTrue();
                boolean sent = approved.get() instanceof Approval.Ending.Written;
                assertThat(jdbc.sql("SELECT state FROM debit.collection")
                                .query(String.class)
                                .single())
                        .isEqualTo(sent ? "SENT" : "LEFT_OUT");
                assertThat(coming.of(LEASE)).hasSize(sent ? 1 : 0);
            }
        }
    }

    private void sent() {
        proposals.propose();
        assertThat(approve().where()).isEqualTo(DESK + "?fait=approuve");
        office.get(DESK + "/retours");
    }

    private HttpBrowser.Answer approve() {
        office.get(DESK);
        return office.post(DESK + "/approuver", "jour", day().toString());
    }

    private LocalDate day() {
        return jdbc.sql("SELECT due_on FROM debit.collection")
                .query(LocalDate.class)
                .single();
    }

    private String reference() {
        return jdbc.sql("SELECT reference FROM debit.collection")
                .query(String.class)
                .single();
    }

    private HttpBrowser.Answer upload(byte[] file) {
        return office.follow(office.upload(DESK + "/retours", "fichier", "retours.xml", file));
    }
}
