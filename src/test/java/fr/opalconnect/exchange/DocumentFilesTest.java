package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.opalconnect.document.FilesOfPackages;
import fr.opalconnect.exchange.Report.State;
import fr.opalconnect.vault.Vault;
import fr.opalconnect.vault.Vaults;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files that documents.csv names: checked, kept once, or said what is wrong.
class DocumentFilesTest {
    private static final String SATURDAY = "2026-11-21T05:12:00+01:00";
    private static final String SUNDAY = "2026-11-22T05:12:00+01:00";

    @TempDir
    Path temp;

    private ImportDatabase database = null;
    private Vault vault = null;
    private Imports imports = null;

    @BeforeEach
    void open() {
        database = new ImportDatabase();
        vault = Vaults.in(temp.resolve("vault"), database.jdbc, ImportDatabase.CLOCK);
        imports = database.imports(
                List.of(FilesOfPackages.into(vault, database.source, ImportDatabase.CLOCK)), 0.5, 0.9, 30);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_file_of_a_folder_or_a_zip_is_kept_with_its_pages() throws IOException {
        byte[] lease = pdf(3);
        byte[] letter = pdf(1);
        TestPackage pack = new TestPackage()
                .lines("documents", line("D1", "B1/bail.pdf", lease))
                .enclose("B1/bail.pdf", lease);
        assertThat(imports.take(pack.folder(temp.resolve("a")), false).state()).isEqualTo(State.APPLIED);
        pack.created(SATURDAY)
                .add("documents", line("D2", "lettres/d2.pdf", letter))
                .enclose("lettres/d2.pdf", letter);
        Report zip = imports.take(pack.zip(temp.resolve("b.zip"), "export/"), false);
        assertThat(zip.rejects()).isEmpty();
        assertThat(database.rows("SELECT d.id, c.pages, c.type, c.size::int AS size FROM document.document d"
                        + " JOIN document.content c USING (sha256) ORDER BY 1"))
                .extracting(row -> tuple(row.get("id"), row.get("pages"), row.get("type"), row.get("size")))
                .containsExactly(tuple("D1", 3, "PDF", lease.length), tuple("D2", 1, "PDF", letter.length));
        assertThat(kept("D1")).isEqualTo(lease);
        assertThat(kept("D2")).isEqualTo(letter);
    }

    @Test
    void what_is_kept_already_need_not_come_again_and_is_never_kept_twice() throws IOException {
        byte[] lease = pdf(2);
        TestPackage pack = new TestPackage()
                .lines("documents", line("D1", "bail.pdf", lease), line("D2", "copie.pdf", lease))
                .enclose("bail.pdf", lease)
                .enclose("copie.pdf", lease);
        imports.take(pack.folder(temp.resolve("a")), false);
        assertThat(database.count("vault.object")).isEqualTo(1);
        assertThat(imports.take(pack.folder(temp.resolve("a")), false).state()).isEqualTo(State.UNCHANGED);
        // The next night the files are not in the package any more, and a line has another label.
        TestPackage next = new TestPackage()
                .created(SATURDAY)
                .lines(
                        "documents",
                        line("D1", "bail.pdf", lease).replace("Un papier", "Votre bail"),
                        line("D2", "ailleurs/copie.pdf", lease));
        Report report = imports.take(next.folder(temp.resolve("b")), false);
        assertThat(report.rejects()).isEmpty();
        assertThat(database.count("vault.object")).isEqualTo(1);
        assertThat(kept("D2")).isEqualTo(lease);
    }

    @Test
    void a_wrong_or_missing_file_is_a_reject_and_the_rest_comes_in() throws IOException {
        byte[] good = pdf(1);
        byte[] other = pdf(2);
        TestPackage pack = new TestPackage()
                .lines(
                        "documents",
                        line("D1", "bon.pdf", good),
                        line("D2", "absent.pdf", pdf(4)),
                        line("D3", "autre.pdf", pdf(5)),
                        line("D4", "texte.pdf", "bonjour".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        line("D5", "ferme.pdf", locked()),
                        line("D6", "lourd.pdf", new byte[600_000]))
                .enclose("bon.pdf", good)
                .enclose("autre.pdf", other)
                .enclose("texte.pdf", "bonjour".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .enclose("ferme.pdf", locked())
                .enclose("lourd.pdf", new byte[600_000]);
        Path folder = pack.folder(temp.resolve("a"));
        List<Reject> checked = imports.check(folder).rejects();
        assertThat(database.count("vault.object")).as("a look keeps nothing").isZero();
        Report report = imports.take(folder, false);
        assertThat(report.state()).isEqualTo(State.APPLIED);
        assertThat(report.rejects()).isEqualTo(checked);
        assertThat(report.rejects())
                .extracting(Reject::file, Reject::line, Reject::column, Reject::reason)
                .containsExactly(
                        tuple("documents.csv", 3, "fichier", "le fichier n’est pas dans le paquet"),
                        tuple("documents.csv", 4, "sha256", "le fichier du paquet a l’empreinte " + sha256(other)),
                        tuple("documents.csv", 5, "fichier", "ni PDF, ni image JPEG ou PNG"),
                        tuple("documents.csv", 6, "fichier", "le PDF demande un mot de passe"),
                        tuple("documents.csv", 7, "fichier", "le fichier dépasse 0 Mo"));
        assertThat(database.value("SELECT string_agg(id, ',') FROM document.document"))
                .isEqualTo("D1");
        assertThat(database.count("vault.object")).isEqualTo(1);
        // The same lines with the files that they lacked.
        pack.enclose("absent.pdf", pdf(4)).enclose("autre.pdf", pdf(5));
        Report again = imports.take(pack.folder(temp.resolve("a")), false);
        assertThat(again.state()).isEqualTo(State.APPLIED);
        assertThat(database.value("SELECT string_agg(id, ',' ORDER BY id) FROM document.document"))
                .isEqualTo("D1,D2,D3");
    }

    @Test
    void no_path_leads_out_of_the_package() throws IOException {
        byte[] secret = pdf(1);
        Files.write(temp.resolve("secret.pdf"), secret);
        Path folder = new TestPackage()
                .lines(
                        "documents",
                        line("D1", "../secret.pdf", secret),
                        line("D2", temp.resolve("secret.pdf").toString(), secret),
                        line("D3", "a/../../secret.pdf", secret),
                        line("D4", "..\\secret.pdf", secret),
                        line("D5", "lien.pdf", secret),
                        line("D6", "dossier/secret.pdf", secret),
                        line("D7", "file:secret.pdf", secret))
                .folder(temp.resolve("a"));
        Files.createSymbolicLink(folder.resolve("lien.pdf"), temp.resolve("secret.pdf"));
        Files.createSymbolicLink(folder.resolve("dossier"), temp);
        Report report = imports.take(folder, false);
        assertThat(report.rejects()).hasSize(7).allMatch(reject -> "fichier".equals(reject.column()));
        assertThat(database.count("vault.object")).isZero();
        Path zip = new TestPackage()
                .created(SATURDAY)
                .lines("documents", line("D1", "../secret.pdf", secret))
                .enclose("../secret.pdf", secret)
                .zip(temp.resolve("b.zip"), "");
        assertThat(imports.take(zip, false).rejects())
                .extracting(Reject::reason)
                .containsExactly("le chemin est relatif au paquet et n’en sort pas");
    }

    @Test
    void nor_where_the_content_has_come_by_another_line_or_is_only_announced() throws IOException {
        byte[] lease = pdf(1);
        imports.take(
                new TestPackage()
                        .lines("documents", line("D1", "bail.pdf", lease))
                        .enclose("bail.pdf", lease)
                        .folder(temp.resolve("a")),
                false);
        Report report = imports.take(
                new TestPackage()
                        .created(SATURDAY)
                        .lines(
                                "documents",
                                line("D1", "bail.pdf", lease),
                                line("D2", "../../etc/passwd", lease),
                                "D3,B1,COURRIER,Un papier,2026-10-01,/etc/passwd,",
                                line("D4", "autre..pdf", lease))
                        .folder(temp.resolve("b")),
                false);
        assertThat(report.rejects())
                .extracting(Reject::line, Reject::value)
                .containsExactly(tuple(3, "../../etc/passwd"), tuple(4, "/etc/passwd"));
    }

    @Test
    void a_file_that_unpacks_to_more_than_anybody_sends_is_not_read_to_its_end() throws IOException {
        byte[] begins = pdf(1);
        Path zip = new TestPackage()
                .lines("documents", line("D1", "bombe.pdf", begins))
                .zip(temp.resolve("a.zip"), "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (java.util.zip.ZipInputStream in = new java.util.zip.ZipInputStream(Files.newInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry("bombe.pdf"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }
        Files.write(zip, bytes.toByteArray());
        assertThat(Files.size(zip)).isLessThan(200_000);
        long start = System.nanoTime();
        assertThat(imports.take(zip, false).rejects())
                .extracting(Reject::reason)
                .containsExactly("le fichier dépasse 0 Mo");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(database.count("vault.object")).isZero();
    }

    @Test
    void what_a_refused_package_brought_is_of_no_document_and_found_again_when_it_is_right() throws IOException {
        byte[] lease = pdf(2);
        TestPackage pack = new TestPackage()
                .lines("documents", line("D1", "bail.pdf", lease))
                .enclose("bail.pdf", lease);
        Imports strict = database.imports(
                List.of(FilesOfPackages.into(vault, database.source, ImportDatabase.CLOCK)), 0.0, 0.9, 30);
        Report refused =
                strict.take(pack.replace("baux", "2020-03-01", "01/03/2020").folder(temp.resolve("a")), false);
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(database.count("document.document")).isZero();
        TestPackage right = new TestPackage()
                .created(SUNDAY)
                .lines("documents", line("D1", "bail.pdf", lease))
                .enclose("bail.pdf", lease);
        strict.take(right.folder(temp.resolve("b")), false);
        assertThat(kept("D1")).isEqualTo(lease);
        assertThat(database.count("vault.object")).isEqualTo(1);
        // A newer file takes its place: the old one is of no document any more.
        byte[] newer = pdf(3);
        strict.take(
                new TestPackage()
                        .created("2026-11-23T05:12:00+01:00")
                        .lines("documents", line("D1", "bail.pdf", newer))
                        .enclose("bail.pdf", newer)
                        .folder(temp.resolve("c")),
                false);
        assertThat(database.count("vault.object")).isEqualTo(2);
        FilesOfPackages.sweep(vault, database.jdbc, ImportDatabase.CLOCK.instant());
        assertThat(database.count("vault.object")).as("young").isEqualTo(2);
        FilesOfPackages.sweep(
                vault, database.jdbc, ImportDatabase.CLOCK.instant().plusSeconds(1));
        assertThat(database.count("vault.object")).isEqualTo(1);
        assertThat(kept("D1")).isEqualTo(newer);
    }

    private byte[] kept(String document) throws IOException {
        UUID object = (UUID) database.value("SELECT c.object_id FROM document.document d"
                + " JOIN document.content c USING (sha256) WHERE d.id = '" + document + "'");
        try (InputStream content = Objects.requireNonNull(vault.open(object))) {
            return content.readAllBytes();
        }
    }

    private static String line(String id, String path, byte[] content) {
        return id + ",B1,COURRIER,Un papier,2026-10-01," + path + "," + sha256(content);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.setDocumentId(7L);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] locked() throws IOException {
        return LOCKED;
    }

    /// Made once: each time it would have other bytes.
    private static final byte[] LOCKED = makeLocked();

    private static byte[] makeLocked() {
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(new ByteArrayInputStream(pdf(1)).readAllBytes())) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
