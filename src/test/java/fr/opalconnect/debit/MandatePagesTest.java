package fr.opalconnect.debit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A tenant signs a mandate, looks at it, and changes what can be changed.
@WholeApplication
class MandatePagesTest {
    private static final String IBAN = "FR7630006000011234567890189";
    private static final String OTHER = "FR7619999000010000065432150";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nobodyHasSigned() {
        DemoLandlord.bringInto(imports);
        Cleared.all(jdbc);
    }

    @Test
    void a_mandate_is_signed_with_the_code_that_goes_to_the_number_on_file() {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);

        HttpBrowser.Answer wrong = nadia.post(
                "/payer/prelevement", "iban", "FR76 3000 6000 0112 3456 7890 198", "titulaire", "", "jour", "7");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("FR76 3000 6000 0112 3456 7890 198");
        assertThat(wrong.text())
                .contains("Un chiffre n’est pas le bon", "Tapez le nom du titulaire", "Choisissez un jour");
        assertThat(nadia.post("/payer/prelevement", "iban", IBAN, "titulaire", "", "jour", "7")
                        .text())
                .contains("Un compte chez Crédit Agricole");

        HttpBrowser.Answer read = nadia.follow(nadia.post(
                "/payer/prelevement",
                "iban",
                "fr76 3000 6000 0112 3456 7890 189",
                "titulaire",
                "Nadia Benali",
                "jour",
                "10"));
        assertThat(read.text())
                .contains(
                        "Mandat de prélèvement SEPA",
                        "FR97ZZZ640210",
                        "FR76 •••• 0189",
                        "Nadia Benali",
                        "Le 10 du mois",
                        "vous autorisez (A) OPAL à envoyer des instructions",
                        "8 semaines",
                        "FR76 •••• 0189 : c’est un compte chez Crédit Agricole",
                        "06 •• •• •• 42");
        assertThat(read.body()).as("a line does not end within it").contains("06\u00a0••\u00a0••\u00a0••\u00a042");
        assertThat(read.body()).doesNotContain("3000 6000").doesNotContain(IBAN);

        HttpBrowser.Answer code = nadia.follow(nadia.post("/payer/prelevement/code/envoi"));
        assertThat(code.text()).contains("Le code est parti", "06 •• •• •• 42");
        String digits = Codes.last(jdbc, Cast.NADIA_BENALI);
        assertThat(delivered(nadia))
                .as("whoever signs is signed in, and sees that the code has arrived")
                .isTrue();
        String other = digits.equals("123456") ? "123457" : "123456";
        HttpBrowser.Answer no = nadia.post("/payer/prelevement/code", "code", other);
        assertThat(no.status()).isEqualTo(422);
        assertThat(no.text()).contains("Encore 4 essais");

        HttpBrowser.Answer signed = nadia.follow(
                nadia.post("/payer/prelevement/code", "code", digits.substring(0, 3) + " " + digits.substring(3)));
        assertThat(signed.text()).contains("C’est signé", "En place", "FR76 •••• 0189", "Mandat signé");
        assertThat(signed.body()).doesNotContain(IBAN);
        assertThat(nadia.get("/payer/prelevement").where()).isEqualTo("/prelevement");
        assertThat(nadia.get("/payer").text()).contains("En place. Les prochains avis sont prélevés le 10 du mois");
        assertThat(nadia.post("/payer/prelevement/code", "code", digits).where())
                .isEqualTo("/payer/prelevement");
        assertThat(jdbc.sql("SELECT phone_masked || ' ' || wrong_tries FROM debit.bank_account")
                        .query(String.class)
                        .single())
                .isEqualTo("06 •• •• •• 42 1");
        Codes.awaitText(jdbc, Cast.NADIA_BENALI, "vous avez signé un mandat");
    }

    @Test
    void nothing_that_is_kept_has_the_iban_in_clear() {
        sign(Cast.NADIA_BENALI, IBAN);
        List<String> tables = jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'debit'")
                .query(String.class)
                .list();
        for (String table : tables) {
            String all = jdbc.sql("SELECT coalesce(string_agg(t::text, ' '), '') FROM debit.%s t".formatted(table))
                    .query(String.class)
                    .single();
            assertThat(all.replace(" ", "")).as(table).doesNotContain("30006000011234567890");
            assertThat(all)
                    .as(table)
                    .doesNotContain(
                            java.util.HexFormat.of().formatHex(IBAN.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
    }

    @Test
    void a_code_signs_only_in_the_session_that_asked_for_it() {
        HttpBrowser here = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        begin(here, IBAN);
        here.post("/payer/prelevement/code/envoi");
        String digits = Codes.last(jdbc, Cast.NADIA_BENALI);

        HttpBrowser there = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        assertThat(there.get("/payer/prelevement/code").where()).isEqualTo("/payer/prelevement");
        assertThat(there.post("/payer/prelevement/code", "code", digits).where())
                .isEqualTo("/payer/prelevement");
        assertThat(jdbc.sql("SELECT count(*) FROM debit.mandate")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void who_goes_back_to_correct_finds_what_was_typed_in_this_session_only() {
        HttpBrowser here = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        here.get("/payer/prelevement");
        here.post("/payer/prelevement", "iban", IBAN, "titulaire", "Karim Benali", "jour", "15");
        assertThat(here.get("/payer/prelevement").body())
                .contains("FR76 3000 6000 0112 3456 7890 189", "Karim Benali", "value=\"15\" checked");

        HttpBrowser there = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        assertThat(there.get("/payer/prelevement").body()).doesNotContain("3000 6000", "Karim Benali");
    }

    @Test
    void both_holders_at_once_make_one_mandate() throws Exception {
        List<HttpBrowser> both = List.of(
                AtHome.signedIn(program, port, Cast.MARTINE_MARCHAND),
                AtHome.signedIn(program, port, Cast.JEAN_PIERRE_MARCHAND));
        both.forEach(one -> {
            begin(one, IBAN);
            one.post("/payer/prelevement/code/envoi");
        });
        String hers = Codes.last(jdbc, Cast.MARTINE_MARCHAND);
        String his = Codes.last(jdbc, Cast.JEAN_PIERRE_MARCHAND);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            threads.invokeAll(List.of(
                    () -> both.getFirst()
                            .post("/payer/prelevement/code", "code", hers)
                            .status(),
                    () -> both.getLast()
                            .post("/payer/prelevement/code", "code", his)
                            .status()));
        }
        assertThat(jdbc.sql("SELECT count(*) FROM debit.mandate")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void five_wrong_codes_are_enough() {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        begin(nadia, IBAN);
        nadia.post("/payer/prelevement/code/envoi");
        String digits = Codes.last(jdbc, Cast.NADIA_BENALI);
        for (int i = 0; i < 5; i++) {
            nadia.post("/payer/prelevement/code", "code", digits.equals("000000") ? "000001" : "000000");
        }
        assertThat(nadia.post("/payer/prelevement/code", "code", digits).text()).contains("Ce code ne vaut plus");
    }

    @Test
    void the_paper_is_the_same_every_time_and_says_what_was_signed() throws IOException {
        sign(Cast.NADIA_BENALI, IBAN);
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        String path = path(nadia.get("/prelevement").body());
        byte[] paper = nadia.get(path).response().body();

        assertThat(nadia.get(path).response().body()).isEqualTo(paper);
        try (PDDocument pdf = Loader.loadPDF(paper)) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Mandat de prélèvement SEPA");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("FR76 3000 6000 0112 3456 7890 189", "FR97ZZZ640210", "06 •• •• •• 42", "SHA-256");
        }
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/pictures"));
        java.nio.file.Files.write(java.nio.file.Path.of("target/pictures/mandat.pdf"), paper);
        assertThat(AtHome.signedIn(program, port, Cast.MARTINE_MARCHAND)
                        .get(path)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_next_collection_is_suspended_once_and_that_can_be_taken_back() {
        sign(Cast.NADIA_BENALI, IBAN);
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        nadia.get("/prelevement");
        assertThat(nadia.follow(nadia.post("/prelevement/suspendre")).text())
                .contains("Suspendu une fois", "Le prochain avis ne sera pas prélevé");
        assertThat(nadia.post("/prelevement/suspendre").where()).isEqualTo("/prelevement");
        assertThat(nadia.follow(nadia.post("/prelevement/reprendre")).text())
                .contains("En place", "Suspension annulée");
    }

    @Test
    void another_account_is_signed_for_and_used_after_a_delay() {
        sign(Cast.NADIA_BENALI, IBAN);
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        nadia.get("/prelevement/iban");
        assertThat(nadia.follow(nadia.post("/prelevement/iban", "iban", OTHER, "titulaire", "Nadia Benali"))
                        .text())
                .contains("changement de compte", "FR76 •••• 2150", "nous ne connaissons pas le nom de cette banque");
        nadia.post("/payer/prelevement/code/envoi");
        String page = nadia.follow(nadia.post("/payer/prelevement/code", "code", Codes.last(jdbc, Cast.NADIA_BENALI)))
                .text();

        assertThat(page)
                .contains("Votre nouveau compte est noté", "FR76 •••• 0189", "IBAN à partir du", "FR76 •••• 2150");
        Codes.awaitText(jdbc, Cast.NADIA_BENALI, "a été changé");
        Mandate mandate = Objects.requireNonNull(program.getBean(MandateTable.class)
                .living(Cast.NADIA_BENALI.lease().number()));
        assertThat(mandate.accountOn(mandate.newest().usedFrom().minusDays(1)).masked())
                .endsWith("0189");
        assertThat(mandate.accountOn(mandate.newest().usedFrom()).masked()).endsWith("2150");
    }

    @Test
    void a_mandate_ends_and_another_may_be_signed() {
        sign(Cast.NADIA_BENALI, IBAN);
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        nadia.get("/prelevement");
        assertThat(nadia.follow(nadia.post("/prelevement/fin")).text())
                .contains("est arrêté", "Arrêté", "Prélèvement arrêté");
        assertThat(nadia.get("/payer/prelevement").status()).isEqualTo(200);
        sign(Cast.NADIA_BENALI, OTHER);
        assertThat(jdbc.sql("SELECT count(DISTINCT rum) FROM debit.mandate")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_other_holder_of_a_lease_sees_that_there_is_one_and_no_more() {
        sign(Cast.MARTINE_MARCHAND, IBAN);
        HttpBrowser other = AtHome.signedIn(program, port, Cast.JEAN_PIERRE_MARCHAND);
        HttpBrowser.Answer page = other.get("/prelevement");
        assertThat(page.text()).contains("au nom de Martine Marchand");
        assertThat(page.body()).doesNotContain("0189").doesNotContain("/prelevement/fin");
        other.post("/prelevement/fin");
        other.post("/prelevement/suspendre");
        assertThat(jdbc.sql("SELECT state FROM debit.mandate")
                        .query(String.class)
                        .single())
                .isEqualTo("ACTIVE");
        assertThat(other.get("/payer/prelevement").where()).isEqualTo("/prelevement");
    }

    @Test
    void who_cannot_sign_here_reads_why_and_whom_to_call() {
        assertThat(AtHome.signedIn(program, port, Cast.LUCIEN_PETIT)
                        .get("/payer/prelevement")
                        .text())
                .contains("Il nous faut votre numéro de mobile");
        HttpBrowser odette = AtHome.signedIn(program, port, Cast.ODETTE_CARLIER);
        assertThat(odette.get("/payer/prelevement").text()).contains("Il nous faut votre numéro de mobile");
        assertThat(odette.post("/payer/prelevement", "iban", IBAN, "titulaire", "X", "jour", "5")
                        .where())
                .isEqualTo("/payer/prelevement");
        assertThat(AtHome.signedIn(program, port, Cast.FATOUMATA_DIALLO)
                        .get("/payer/prelevement")
                        .text())
                .contains("Votre loyer est déjà prélevé");
        assertThat(AtHome.signedIn(program, port, Cast.ELODIE_VASSEUR)
                        .get("/payer/prelevement")
                        .text())
                .contains("Votre bail a pris fin");
    }

    @Test
    void english_is_spoken_too() {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI).with("Accept-Language", "en");
        begin(nadia, IBAN);
        assertThat(nadia.get("/payer/prelevement/mandat").text())
                .contains("SEPA direct debit mandate", "By signing this mandate form, you authorise (A) OPAL");
    }

    private void sign(Cast who, String iban) {
        HttpBrowser browser = AtHome.signedIn(program, port, who);
        begin(browser, iban);
        browser.post("/payer/prelevement/code/envoi");
        assertThat(browser.post("/payer/prelevement/code", "code", Codes.last(jdbc, who))
                        .where())
                .isEqualTo("/prelevement?fait=signe");
    }

    private static void begin(HttpBrowser browser, String iban) {
        assertThat(browser.post("/payer/prelevement", "iban", iban, "titulaire", "Martine Marchand", "jour", "10")
                        .where())
                .isEqualTo("/payer/prelevement/mandat");
    }

    private static String path(String page) {
        return page.replaceFirst("(?s).*href=\"(/prelevement/[0-9a-f-]+/mandat.pdf)\".*", "$1");
    }

    private static boolean delivered(HttpBrowser browser) {
        for (int tries = 0; tries < 200; tries++) {
            if (browser.get("/payer/prelevement/code").text().contains("Code remis à ")) {
                return true;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return false;
    }
}
