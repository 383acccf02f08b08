package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.opalconnect.exchange.Report.State;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways in which a package may be written and wrapped, and those in which it may not.
class PackageFormTest {
    private static final ImportDatabase DATABASE = new ImportDatabase();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_zip_is_as_good_as_a_folder() throws IOException {
        assertThat(check(new TestPackage().zip(folder.resolve("a.zip"), "")).isFaultless())
                .isTrue();
    }

    @Test
    void most_people_zip_the_folder_and_not_what_is_in_it() throws IOException {
        assertThat(check(new TestPackage().zip(folder.resolve("a.zip"), "export/"))
                        .isFaultless())
                .isTrue();
    }

    @Test
    void windows_1252_with_semicolons_says_the_same_as_utf_8_with_commas() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            TestPackage made = new TestPackage();
            database.imports().take(made.folder(folder.resolve("utf8")), false);
            Report report = database.imports()
                    .take(made.windows().created("2026-11-21T05:12:00+01:00").folder(folder.resolve("windows")), false);

            assertThat(report.state()).isEqualTo(State.APPLIED);
            assertThat(report.counts().values())
                    .allMatch(counts -> counts.added() + counts.changed() + counts.closed() == 0);
            assertThat(database.count("tenancy.tenant WHERE last_name = 'Gœury' AND first_name = 'Zoé'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_byte_order_mark_and_line_breaks_in_quotes_are_no_trouble() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            Path path = new TestPackage()
                    .byteOrderMark()
                    .replace("agences", "8 h 30 – 17 h", "\"lundi, mardi\n\"\"sauf fêtes\"\"\"")
                    .folder(folder.resolve("marked"));

            assertThat(database.imports().take(path, false).rejects()).isEmpty();
            assertThat(database.value("SELECT opening_hours FROM landlord.agency WHERE code = 'LAO'"))
                    .isEqualTo("lundi, mardi\n\"sauf fêtes\"");
        }
    }

    @Test
    void columns_may_come_in_any_order_and_unknown_ones_are_passed_over() throws IOException {
        Report report = check(new TestPackage()
                .header("titulaires", "couleur,role,numero_locataire,numero_bail")
                .lines("titulaires", "bleu,TITULAIRE,48213,B1", "vert,TITULAIRE,48214,B2")
                .folder(folder.resolve("order")));

        assertThat(report.isFaultless()).isTrue();
        assertThat(report.notices())
                .containsExactly("titulaires.csv : la colonne « couleur » est inconnue, elle est ignorée");
    }

    @Test
    void a_column_that_is_not_required_may_be_missing() throws IOException {
        Report report = check(new TestPackage()
                .header("documents", "identifiant,numero_bail,nature,libelle,date,fichier")
                .lines("documents", "D1,B1,BAIL,Votre bail,2020-03-01,B1/bail.pdf")
                .folder(folder.resolve("fewer")));

        assertThat(report.isFaultless()).isTrue();
        assertThat(report.notices())
                .containsExactly("documents.csv : la colonne « sha256 » manque, elle est prise pour vide");
    }

    @Test
    void a_column_that_is_required_may_not() throws IOException {
        refused(
                new TestPackage()
                        .header("titulaires", "numero_bail,locataire,role")
                        .folder(folder.resolve("missing")),
                "il manque : numero_locataire (la première ligne donne : numero_bail, locataire, role)");
    }

    @Test
    void all_that_is_wrong_with_the_form_is_said_at_once() throws IOException {
        Path path = new TestPackage().created("hier").only("baux").folder(folder.resolve("form"));

        assertThat(check(path).rejects())
                .extracting(Reject::reason)
                .anyMatch(reason -> reason.startsWith("created"))
                .contains("la ressource « ecritures » manque : un paquet complet (mode full) a les neuf fichiers");
    }

    @Test
    void a_delta_may_have_some_of_the_files() throws IOException {
        Report report =
                check(new TestPackage().delta().only("agences", "conseillers").folder(folder.resolve("delta")));
        assertThat(report.isFaultless()).isTrue();
    }

    @Test
    void a_file_that_the_descriptor_names_has_to_be_there() throws IOException {
        Path path = new TestPackage().folder(folder.resolve("gone"));
        Files.delete(path.resolve("avis.csv"));
        refused(path, "le fichier manque dans le paquet");
    }

    @Test
    void a_path_that_leads_out_of_the_package_is_refused() throws IOException {
        Path path = new TestPackage().folder(folder.resolve("out"));
        Files.writeString(
                path.resolve("datapackage.json"),
                new TestPackage().descriptor().replace("avis.csv", "../out/avis.csv"));
        refused(path, "path est le nom d’un fichier du paquet");
    }

    @Test
    void an_encoding_that_nobody_knows_is_refused() throws IOException {
        refused(new TestPackage().encoding("utf-16").folder(folder.resolve("utf16")), "encoding : « utf-8 » ou");
    }

    @Test
    void neither_json_nor_zip_nor_anything() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        refused(broken, "le fichier datapackage.json manque");
        Files.writeString(broken.resolve("datapackage.json"), "{\"name\": ");
        refused(broken, "le fichier n’est pas du JSON lisible");
        refused(Files.writeString(folder.resolve("a.txt"), "hello"), "n’est ni un dossier ni un fichier ZIP lisible");
        refused(folder.resolve("nowhere"), "n’existe pas");
    }

    @Test
    void an_empty_file_and_a_quote_that_is_never_closed_are_refused() throws IOException {
        Path empty = new TestPackage().folder(folder.resolve("empty"));
        Files.writeString(empty.resolve("avis.csv"), "");
        refused(empty, "le fichier est vide");
        refused(
                new TestPackage().add("locataires", "48299,M.,\"Jean,Dupont,,,").folder(folder.resolve("quote")),
                "ligne 4");
    }

    @Test
    void a_zip_that_unpacks_to_more_than_is_allowed_is_refused_while_it_is_read() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("datapackage.json"));
            zip.write(new TestPackage().delta().only("agences").descriptor().getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("agences.csv"));
            zip.write("code,nom\n".getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1 << 20];
            java.util.Arrays.fill(zeros, (byte) '\n');
            for (int megabytes = 0; megabytes < 110; megabytes++) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        refused(bomb, "dépasse 104 Mo une fois décompressé");
        assertThat(DATABASE.imports().take(bomb, false).state()).isEqualTo(State.REFUSED);
    }

    @Test
    void a_damaged_zip_is_the_packages_fault() throws IOException {
        Path zip = new TestPackage().zip(folder.resolve("a.zip"), "");
        byte[] bytes = Files.readAllBytes(zip);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("logements.csv");
        java.util.Arrays.fill(bytes, name + 20, name + 60, (byte) 0x55);
        Files.write(zip, bytes);

        refused(zip, "le fichier est abîmé dans le ZIP");
        assertThat(DATABASE.imports().take(zip, false).state()).isEqualTo(State.REFUSED);
    }

    /// The JDK unpacks such a file without a word.
    @Test
    void a_digit_that_changed_on_the_way_is_the_packages_fault() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            Path zip = new TestPackage().stored().zip(folder.resolve("a.zip"), "");
            byte[] bytes = Files.readAllBytes(zip);
            int mobile = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("06.41.20.77.42");
            bytes[mobile + 13] = '3';
            Files.write(zip, bytes);

            assertThat(database.imports().check(zip).rejects())
                    .containsExactly(Reject.ofFile("locataires.csv", "le fichier est abîmé dans le ZIP"));
            assertThat(database.imports().take(zip, false).state()).isEqualTo(State.REFUSED);
            assertThat(database.count("tenancy.tenant")).isZero();
        }
    }

    @Test
    void a_damaged_descriptor_is_the_packages_fault_too() throws IOException {
        Path zip = new TestPackage().stored().zip(folder.resolve("a.zip"), "");
        byte[] bytes = Files.readAllBytes(zip);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("essai");
        bytes[name] = 'E';
        Files.write(zip, bytes);

        refused(zip, "le fichier est abîmé dans le ZIP");
    }

    @Test
    void what_may_not_be_read_is_refused_in_words() throws IOException {
        Path whole = new TestPackage().folder(folder.resolve("whole"));
        Path file = new TestPackage().folder(folder.resolve("file"));
        Path zip = new TestPackage().zip(folder.resolve("a.zip"), "");
        List<Path> closed = List.of(file.resolve("baux.csv"), whole, zip);
        try {
            for (Path each : closed) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("---------"));
            }
            assumeThat(Files.isReadable(zip)).as("root reads everything").isFalse();
            String why = "ne peut pas être lu : ses droits ne le permettent pas";
            refused(file, "le fichier " + why);
            refused(whole, "le paquet " + why);
            refused(zip, "le paquet " + why);
            assertThat(DATABASE.imports().take(file, false).state()).isEqualTo(State.REFUSED);
        } finally {
            for (Path each : closed) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Test
    void what_is_said_of_the_package_as_a_whole_bears_its_name() {
        assertThat(check(folder.resolve("nuit.zip")).rejects())
                .containsExactly(Reject.ofFile("nuit.zip", "le paquet n’existe pas"));
    }

    @Test
    void a_package_that_is_refused_is_a_row_too() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            database.imports().take(folder.resolve("nowhere"), false);
            assertThat(database.rows("SELECT package, state FROM exchange.import_run"))
                    .hasToString("[{package=nowhere, state=REFUSED}]");
            assertThat(database.count("exchange.import_reject")).isEqualTo(1);
        }
    }

    private static void refused(Path path, String reason) {
        Report report = check(path);
        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(report.rejects()).anyMatch(reject -> reject.reason().contains(reason));
    }

    private static Report check(Path path) {
        return DATABASE.imports().check(path);
    }
}
