package fr.opalconnect.attachment;

import static fr.opalconnect.attachment.Hostile.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files on their way from somebody's device into the database, through the door that scripts use.
@WholeApplication
class UploadsTest {
    private static final String OWNER = "tenant:uploads-test";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Attachments attachments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Imports imports;

    private HttpBrowser nadia;

    @BeforeEach
    void signIn() {
        DemoLandlord.bringInto(imports);
        nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
    }

    @Test
    void a_photo_is_kept_and_only_its_sender_sees_it_before_it_is_sent() {
        var answer = nadia.upload("/pieces", "pieces", "Évier.JPG", Hostile.photo(400, 300, 6));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Évier.jpg").contains("Photo, ");
        String id = id(answer.body());
        var small = nadia.get("/pieces/" + id + "/petite");
        assertThat(small.status()).isEqualTo(200);
        assertThat(small.length()).isLessThanOrEqualTo(30_000);
        var headers = small.response().headers();
        assertThat(headers.firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox");
        assertThat(headers.firstValue("Content-Disposition").orElse("")).startsWith("inline");

        HttpBrowser kevin = AtHome.signedIn(program, port, Cast.KEVIN_LEFEVRE);
        assertThat(kevin.get("/pieces/" + id + "/petite").status()).isEqualTo(404);
        kevin.post("/pieces/" + id + "/retirer");
        assertThat(nadia.get("/pieces/" + id + "/petite").status()).isEqualTo(200);
        assertThat(nadia.post("/pieces/" + id + "/retirer").status()).isEqualTo(204);
        assertThat(nadia.get("/pieces/" + id + "/petite").status()).isEqualTo(404);
    }

    @Test
    void a_hostile_file_leaves_nothing_but_a_sentence() throws IOException {
        long before = kept();
        refused("bombe.zip", Hostile.zipBomb(), "n’est ni une photo ni un PDF");
        refused(
                "dessin.svg",
                words("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
                "n’est ni une photo ni un PDF");
        refused("photo.jpg", words("<!doctype html><script>alert(1)</script>"), "n’est ni une photo ni un PDF");
        refused("deux.gif", words("GIF89a/*<script>*/=1;alert(1)//</script>"), "n’est ni une photo ni un PDF");
        refused("grande.png", Hostile.hugePng(10_000, 10_000), "image trop grande");
        byte[] photo = Hostile.photo(400, 300, 1);
        refused("coupée.jpg", Arrays.copyOf(photo, photo.length / 2), "abîmé ou incomplet");
        refused("vide.jpg", new byte[0], "est vide");
        refused("contrat.pdf", Hostile.lockedPdf(), "protégé par un mot de passe");
        refused("bombe.pdf", Hostile.pdfBomb(), "abîmé ou incomplet");
        assertThat(kept()).isEqualTo(before);
        nothingIsLeftOver();
    }

    @Test
    void two_hundred_megabytes_are_a_sentence_and_the_words_come_through() throws IOException {
        long before = kept();
        var answer = nadia.upload("/pieces", "pieces", "film.mp4", endless(200_000_000));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("film.mp4").contains("trop lourd : 15 Mo au plus");
        assertThat(kept()).isEqualTo(before);
        nothingIsLeftOver();
    }

    @Test
    void more_than_anyone_waits_for_is_a_page_that_says_so() {
        var answer = nadia.upload("/pieces", "pieces", "film.mp4", endless(301_000_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("trop lourd");
    }

    @Test
    void a_flood_of_photos_does_not_stop_the_pages() throws Exception {
        byte[] photo = Hostile.photo(4_000, 3_000, 1);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Upload>> flood = IntStream.range(0, 5)
                    .mapToObj(i -> people.submit(
                            () -> attachments.receive(OWNER, i + ".jpg", new ByteArrayInputStream(photo))))
                    .toList();
            for (int i = 0; i < 3; i++) {
                assertThat(nadia.get("/accueil").status()).isEqualTo(200);
            }
            assertThat(flood).as("pages came first").anyMatch(upload -> !upload.isDone());
            for (Future<Upload> upload : flood) {
                assertThat(upload.get()).isInstanceOf(Upload.Kept.class);
            }
        }
    }

    @Test
    void a_name_is_only_a_name() {
        assertThat(FileName.safe("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.safe("C:\\Users\\nadia\\évier.jpg")).isEqualTo("évier.jpg");
        assertThat(FileName.safe("photo\u202Egpj.exe\0.jpg")).isEqualTo("photogpj.exe.jpg");
        assertThat(FileName.safe("a\r\nSet-Cookie: x\"<b>.jpg")).isEqualTo("aSet-Cookie_ x__b_.jpg");
        assertThat(FileName.safe("\u0000\u200B..")).isEqualTo("fichier");
        assertThat(FileName.safe("é".repeat(300) + ".jpg")).hasSize(80).endsWith(".jpg");
        assertThat(FileName.ending("facture.exe", FileKind.PDF)).isEqualTo("facture.pdf");
        var answer = nadia.upload("/pieces", "pieces", "../\u202Etxt\0.html", Hostile.photo(60, 40, 1));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains(">txt.jpg<");
    }

    @Test
    void a_file_is_bound_once_and_only_by_who_sent_it() throws IOException {
        UUID id = keep(OWNER);
        assertThat(attachments.bind("tenant:another", List.of(id))).isFalse();
        assertThat(attachments.bind(OWNER, List.of(id, UUID.randomUUID()))).isFalse();
        UUID other = keep(OWNER);
        assertThat(attachments.bind(OWNER, List.of(other))).isTrue();
        assertThat(attachments.bind(OWNER, List.of(other))).isFalse();
        assertThat(attachments.unbound(OWNER, other)).isNull();
        attachments.remove(OWNER, other);
        assertThat(attachments.of(List.of(other))).hasSize(1);
        assertThat(Objects.requireNonNull(attachments.serve(other, false))
                        .answer()
                        .getHeaders()
                        .getFirst("Content-Disposition"))
                .contains("photo.jpg");
    }

    @Test
    void what_was_never_sent_is_gone_after_a_day_and_what_was_sent_stays() throws IOException {
        UUID forgotten = keep(OWNER);
        UUID fresh = keep(OWNER);
        UUID sent = keep(OWNER);
        attachments.bind(OWNER, List.of(sent));
        jdbc.sql("UPDATE attachment.piece SET received_at = :then WHERE id IN (:ids)")
                .param("then", Instant.now().minus(Duration.ofHours(25)).atOffset(java.time.ZoneOffset.UTC))
                .param("ids", List.of(forgotten, sent))
                .update();
        attachments.sweep();
        assertThat(attachments.of(List.of(forgotten, fresh, sent)))
                .extracting(Attachment::id)
                .containsExactly(fresh, sent);
    }

    @Test
    void a_pdf_is_a_download_that_runs_nothing() throws IOException {
        Upload upload = attachments.receive(OWNER, "attestation.pdf", new ByteArrayInputStream(Hostile.busyPdf()));
        UUID id = ((Upload.Kept) upload).attachment().id();
        var headers =
                Objects.requireNonNull(attachments.serve(id, false)).answer().getHeaders();
        assertThat(headers.getFirst("Content-Disposition")).startsWith("attachment");
        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("sandbox");
        assertThat(attachments.serve(id, true)).isNull();
    }

    private UUID keep(String owner) throws IOException {
        Upload upload = attachments.receive(owner, "photo.jpg", new ByteArrayInputStream(Hostile.photo(60, 40, 1)));
        return ((Upload.Kept) upload).attachment().id();
    }

    private void refused(String name, byte[] bytes, String sentence) {
        var answer = nadia.upload("/pieces", "pieces", name, bytes);
        assertThat(answer.status()).as(name).isEqualTo(422);
        assertThat(answer.text()).contains("« " + name + " »").contains(sentence);
        assertThat(answer.body()).doesNotContain("jointes");
    }

    private long kept() {
        return jdbc.sql("SELECT count(*) FROM attachment.content")
                .query(Long.class)
                .single();
    }

    /// A request's files are gone when it is over, which is a moment after its answer.
    private static void nothingIsLeftOver() throws IOException {
        for (int tries = 0; !leftOver().isEmpty() && tries < 10_000; tries++) {
            Thread.onSpinWait();
        }
        assertThat(leftOver()).isEmpty();
    }

    private static List<Path> leftOver() throws IOException {
        String prefix = Incoming.PREFIX + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private static String id(String body) {
        return body.replaceFirst("(?s).*name=\"jointes\" value=\"([^\"]+)\".*", "$1");
    }

    private static InputStream endless(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] buffer, int from, int most) {
                if (left <= 0) {
                    return -1;
                }
                int read = (int) Math.min(left, most);
                Arrays.fill(buffer, from, from + read, (byte) 'x');
                left -= read;
                return read;
            }
        };
    }
}
