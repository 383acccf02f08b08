package fr.opalconnect.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.TestFolder;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Exports;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The documents of the cast, as their browsers get them.
@WholeApplication
class DocumentPagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private Exports exports;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void theLandlordIsThere() {
        DemoLandlord.bringInto(imports);
    }

    @Test
    void the_list_has_what_the_erp_sent_and_what_we_make_by_year_and_kind() {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        String all = nadia.get("/documents").text();
        assertThat(all)
                .contains("Contrat de location", "Bail · 1er mars 2019", "PDF, 2 pages,", "État des lieux d’entrée")
                .contains("Décompte de charges 2024", "Avis d’échéance de", "Télécharger 2019 en ZIP");
        String leases = nadia.get("/documents?nature=lease").text();
        assertThat(leases)
                .contains("Contrat de location", "1 document trouvé")
                .doesNotContain("État des lieux d’entrée");
        assertThat(nadia.get("/documents?annee=2019").text())
                .contains("2 documents trouvés")
                .doesNotContain("Décompte de charges 2024");
        for (String spelling :
                new String[] {"etat des LIEUX", "lieux état", "ÉTATS", "entree mars", "01/03/2019 etat"}) {
            assertThat(nadia.get("/documents?q=" + java.net.URLEncoder.encode(spelling, StandardCharsets.UTF_8))
                            .text())
                    .as(spelling)
                    .contains("1 document trouvé", "État des lieux d’entrée");
        }
        assertThat(nadia.get("/documents?q=hippopotame").text()).contains("Rien ne correspond");
        nadia.with("Accept-Language", "en");
        assertThat(nadia.get("/documents?nature=inventory").text())
                .contains("1 document found", "Inventory of fixtures");
    }

    @Test
    void a_file_is_the_one_that_the_erp_sent_and_no_browser_keeps_it() throws Exception {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        String address = "/documents/fichiers/" + key(Cast.NADIA_BENALI, "BAIL");
        HttpBrowser.Answer shown = nadia.get(address);
        byte[] bytes = shown.response().body();
        assertThat(sha256(bytes)).isEqualTo(hash(Cast.NADIA_BENALI, "BAIL"));
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Nadia Benali", "12 rue Marcel-Bleuet");
        }
        assertThat(header(shown, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(shown, "Content-Disposition")).startsWith("inline;").contains("2019-03-01");
        assertThat(header(shown, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(shown, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(shown, "Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        HttpBrowser.Answer saved = nadia.get(address + "/telecharger");
        assertThat(header(saved, "Content-Disposition")).startsWith("attachment;");
        assertThat(header(saved, "Content-Security-Policy")).contains("sandbox");
        assertThat(saved.response().body()).isEqualTo(bytes);

        String tag = header(shown, "ETag");
        assertThat(nadia.with("If-None-Match", tag).get(address).status()).isEqualTo(304);
        nadia.with("If-None-Match", "\"other\"");
        HttpBrowser.Answer part = nadia.with("Range", "bytes=10-19").get(address);
        assertThat(part.status()).isEqualTo(206);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 10-19/" + bytes.length);
        assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
        assertThat(nadia.with("Range", "bytes=-5").get(address).response().body())
                .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 5, bytes.length));
        assertThat(nadia.with("Range", "bytes=999999-").get(address).status()).isEqualTo(416);
    }

    @Test
    void what_is_anothers_is_not_there_and_no_address_can_be_guessed() {
        HttpBrowser fatoumata = AtHome.signedIn(program, port, Cast.FATOUMATA_DIALLO);
        String lease = key(Cast.NADIA_BENALI, "BAIL");
        String id = jdbc.sql("SELECT id FROM document.document WHERE key = :key")
                .param("key", UUID.fromString(lease))
                .query(String.class)
                .single();
        String object = jdbc.sql("SELECT object_id::text FROM document.content WHERE sha256 = :sha")
                .param("sha", hash(Cast.NADIA_BENALI, "BAIL"))
                .query(String.class)
                .single();
        for (String guess : new String[] {
            lease, lease + "/telecharger", object, hash(Cast.NADIA_BENALI, "BAIL"), id, "../" + lease, "%2e%2e/x", "1"
        }) {
            assertThat(fatoumata.get("/documents/fichiers/" + guess).status())
                    .as(guess)
                    .isIn(400, 404);
        }
        assertThat(fatoumata.get("/documents/annees/2019.zip").status()).isEqualTo(404);
        assertThat(fatoumata.get("/documents").body()).doesNotContain(lease);
        assertThat(new HttpBrowser(port).get("/documents/fichiers/" + lease).status())
                .isEqualTo(302);
    }

    @Test
    void both_holders_see_the_papers_of_their_lease_and_an_ended_lease_keeps_its_own() {
        String lease = key(Cast.MARTINE_MARCHAND, "BAIL");
        for (Cast holder : new Cast[] {Cast.MARTINE_MARCHAND, Cast.JEAN_PIERRE_MARCHAND}) {
            HttpBrowser browser = AtHome.signedIn(program, port, holder);
            assertThat(browser.get("/documents").body()).contains(lease);
            assertThat(browser.get("/documents/fichiers/" + lease).status()).isEqualTo(200);
        }
        HttpBrowser elodie = AtHome.signedIn(program, port, Cast.ELODIE_VASSEUR);
        assertThat(elodie.get("/documents").text()).contains("Contrat de location");
        assertThat(elodie.get("/documents/fichiers/" + key(Cast.ELODIE_VASSEUR, "BAIL"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_year_comes_as_one_zip_with_the_erps_files_and_ours() throws IOException, GeneralSecurityException {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        Map<String, byte[]> files =
                unzip(nadia.get("/documents/annees/2019.zip").response().body());
        assertThat(files.keySet())
                .containsExactly("2019-03-01 Contrat de location.pdf", "2019-03-01 État des lieux d’entrée.pdf");
        assertThat(sha256(Objects.requireNonNull(files.get("2019-03-01 Contrat de location.pdf"))))
                .isEqualTo(hash(Cast.NADIA_BENALI, "BAIL"));
        int lastYear = java.time.LocalDate.now(fr.opalconnect.ui.Texts.ZONE).getYear() - 1;
        assertThat(unzip(nadia.get("/documents/annees/" + lastYear + ".zip")
                                .response()
                                .body())
                        .keySet())
                .anyMatch(name -> name.contains("Décompte de charges"))
                .anyMatch(name -> name.contains("Quittance"));
    }

    @Test
    void a_file_that_is_lost_is_said_kindly_and_reported() throws IOException {
        HttpBrowser samuel = AtHome.signedIn(program, port, Cast.SAMUEL_ROCHE);
        String key = key(Cast.SAMUEL_ROCHE, "ETAT_DES_LIEUX");
        String place = jdbc.sql("""
                        SELECT o.place FROM vault.object o JOIN document.content c ON c.object_id = o.id
                        WHERE c.sha256 = :sha
                        """)
                .param("sha", hash(Cast.SAMUEL_ROCHE, "ETAT_DES_LIEUX"))
                .query(String.class)
                .single();
        Path root = Path.of(Objects.requireNonNull(program.getEnvironment().getProperty("opal.vault.folder")));
        Path file = root.resolve(place.substring(0, 2)).resolve(place);
        byte[] kept = Files.readAllBytes(file);
        Files.delete(file);
        try {
            HttpBrowser.Answer answer = samuel.get("/documents/fichiers/" + key);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).contains("Ce document ne s’ouvre pas", "État des lieux d’entrée");
            assertThat(unzip(samuel.get("/documents/annees/2015.zip").response().body())
                            .keySet())
                    .contains("Documents indisponibles.txt");
            assertThat(jdbc.sql("SELECT trouble FROM vault.object WHERE place = :place")
                            .param("place", place)
                            .query(String.class)
                            .single())
                    .isEqualTo("MISSING");
            HttpBrowser administrator = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.ANNE_CARON);
            assertThat(administrator.get("/bureau/imports").text())
                    .contains("1 fichier du coffre ne peut pas être lu", "documents.csv:", "absent")
                    .doesNotContain("Roche");
        } finally {
            Files.write(file, kept);
            jdbc.sql("UPDATE vault.object SET trouble = NULL").update();
        }
    }

    @Test
    void own_files_are_made_harmless_listed_and_thrown_away_for_good() throws IOException {
        HttpBrowser kevin = AtHome.signedIn(program, port, Cast.KEVIN_LEFEVRE);
        kevin.get("/documents/deposer");
        HttpBrowser.Answer nothing = kevin.post("/documents/deposer", "titre", "Relevé d’eau");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("Choisissez un fichier", "Relevé d’eau");
        byte[] pdf = Files.readAllBytes(Objects.requireNonNull(anyPdf()));
        HttpBrowser.Answer sent = kevin.upload("/documents/deposer", "pieces", "../../releve.pdf", pdf);
        assertThat(sent.status()).isEqualTo(302);
        HttpBrowser.Answer list = kevin.get("/documents?nature=own");
        assertThat(list.text()).contains("releve", "Ajouté par vous").doesNotContain("../");
        String own = list.body().replaceAll("(?s).*\"(/documents/envois/[0-9a-f-]{36})\".*", "$1");
        HttpBrowser.Answer saved = kevin.get(own + "/telecharger");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(header(saved, "Content-Disposition")).startsWith("attachment;");
        assertThat(AtHome.signedIn(program, port, Cast.NADIA_BENALI).get(own).status())
                .isEqualTo(404);
        UUID piece = UUID.fromString(own.substring(own.lastIndexOf('/') + 1));
        kevin.get("/documents");
        assertThat(kevin.post(own + "/retirer").status()).isEqualTo(302);
        assertThat(kevin.get(own).status()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT count(*) FROM attachment.content WHERE piece_id = :id")
                        .param("id", piece)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void consent_is_off_until_given_kept_with_its_words_and_told_to_the_erp() throws IOException {
        Emptied.by(jdbc, "DELETE FROM document.consent");
        HttpBrowser odette = AtHome.signedIn(program, port, Cast.ODETTE_CARLIER);
        assertThat(odette.get("/profil/quittances").text()).contains("Vos quittances restent sur papier");
        assertThat(odette.follow(odette.post("/profil/quittances", "accord", "oui"))
                        .text())
                .contains("Vous recevez vos quittances ici", "depuis le", "Vous avez accepté");
        odette.post("/profil/quittances", "accord", "oui"); // pressed twice
        odette.get("/profil/quittances");
        assertThat(odette.follow(odette.post("/profil/quittances", "accord", "non"))
                        .text())
                .contains("Vos quittances restent sur papier", "Vous êtes revenu au papier", "Vous avez accepté");
        assertThat(jdbc.sql("""
                                SELECT c.given || ' ' || (t.sha256 = encode(sha256(convert_to(t.words, 'UTF8')), 'hex'))
                                FROM document.consent c JOIN document.consent_text t ON t.sha256 = c.text_sha256
                                WHERE c.tenant_number = :tenant ORDER BY c.at
                                """)
                        .param("tenant", Cast.ODETTE_CARLIER.tenant().value())
                        .query(String.class)
                        .list())
                .containsExactly("true true", "false true");
        Path outbox = TestFolder.create();
        exports.write(outbox);
        try (Stream<Path> written = Files.walk(outbox)) {
            Path file = written.filter(path -> path.endsWith("consentements.csv"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(file))
                    .contains("QUITTANCE_ELECTRONIQUE,true,", "QUITTANCE_ELECTRONIQUE,false,")
                    .contains(Cast.ODETTE_CARLIER.tenant().value(), "J’accepte que");
        }
        HttpBrowser jeanPierre = AtHome.signedIn(program, port, Cast.JEAN_PIERRE_MARCHAND);
        HttpBrowser martine = AtHome.signedIn(program, port, Cast.MARTINE_MARCHAND);
        martine.get("/profil/quittances");
        martine.post("/profil/quittances", "accord", "oui");
        assertThat(jeanPierre.get("/profil/quittances").text())
                .as("each holder for themselves")
                .contains("Vos quittances restent sur papier");
    }

    private static Path anyPdf() throws IOException {
        try (Stream<Path> files = Files.walk(DemoLandlord.packagePath())) {
            return files.filter(path -> path.toString().endsWith(".pdf"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private String key(Cast person, String kind) {
        return value("key::text", person, kind);
    }

    private String hash(Cast person, String kind) {
        return value("sha256", person, kind);
    }

    private String value(String column, Cast person, String kind) {
        return jdbc.sql("SELECT " + column
                        + " FROM document.document WHERE lease_number = :lease AND kind = :kind AND closed_at IS NULL")
                .param("lease", person.lease().number().value())
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String header(HttpBrowser.Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
