package fr.opalconnect.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.robothy.s3.rest.LocalS3;
import fr.opalconnect.TestFolder;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The vault over a folder and over a real S3 store: what comes out is what went in, or nothing.
class VaultTest {
    private static final int PIECE = Envelope.PIECE;
    private static final List<Integer> SIZES = List.of(
            0, 1, 17, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5, 8 * 1024 * 1024 - 3, 9 * 1024 * 1024);

    private static LocalS3 server;
    private static Map<String, Store> stores;
    private static Map<String, VaultDatabase> vaults;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        server = LocalS3.builder().port(-1).build();
        server.start();
        String endpoint = "http://localhost:" + server.getPort();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest bucket = HttpRequest.newBuilder(URI.create(endpoint + "/opal"))
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(http.send(bucket, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        stores = Map.of(
                "folder",
                new FolderStore(TestFolder.create()),
                "S3",
                new S3Store(new VaultSettings.S3(endpoint, "opal", "us-east-1", "key", "secret", "vault/")));
        vaults = Map.of(
                "folder", new VaultDatabase(store("folder")),
                "S3", new VaultDatabase(store("S3")));
    }

    @AfterAll
    static void close() {
        vaults.values().forEach(VaultDatabase::close);
        server.shutdown();
    }

    private static Store store(String name) {
        return Objects.requireNonNull(stores.get(name));
    }

    private static VaultDatabase fresh(String name) throws IOException {
        VaultDatabase database = Objects.requireNonNull(vaults.get(name));
        database.clear();
        for (String place : places(name)) {
            store(name).delete(place);
        }
        return database;
    }

    private static List<String> places(String name) throws IOException {
        List<String> places = new ArrayList<>();
        for (int shelf = 0; shelf < 256; shelf++) {
            store(name).list("%02x".formatted(shelf), found -> places.add(found.name()));
        }
        return places;
    }

    static Stream<String> kinds() {
        return Stream.of("folder", "S3");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_comes_out_is_what_went_in_from_any_place_on(String kind) throws Exception {
        Vault vault = fresh(kind).vault;
        for (int size : SIZES) {
            byte[] content = content(size);
            Kept kept = vault.put(new ByteArrayInputStream(content));
            assertThat(kept.size()).isEqualTo(size);
            assertThat(kept.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
            assertThat(read(vault, kept.id(), 0)).as("%d bytes", size).isEqualTo(content);
            for (int from : List.of(1, PIECE - 1, PIECE, PIECE + 7, size - 1, size)) {
                if (from >= 0 && from <= size && size < 4 * PIECE) {
                    assertThat(read(vault, kept.id(), from))
                            .as("%d bytes from %d", size, from)
                            .isEqualTo(Arrays.copyOfRange(content, from, size));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_store_in_which_nothing_of_the_database_lies_is_another_ones(String kind) throws IOException {
        VaultDatabase database = fresh(kind);
        Vault other = new Vault(new FolderStore(TestFolder.create()), database.table, database.keys, database.clock);
        assertThat(other.isElsewhere()).isFalse(); // nothing is known yet

        Kept kept = database.vault.put(new ByteArrayInputStream(content(17)));
        database.vault.name(kept.id(), "test:1");
        assertThat(database.vault.isElsewhere()).isFalse();
        assertThat(other.isElsewhere()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothing_of_a_file_is_to_be_read_in_the_store_nor_guessed_by_its_name(String kind) throws IOException {
        VaultDatabase database = fresh(kind);
        byte[] content =
                "Bail de Nadia Benali, 12 rue Marcel-Bleuet".repeat(5000).getBytes(StandardCharsets.UTF_8);
        Kept one = database.vault.put(new ByteArrayInputStream(content));
        Kept twin = database.vault.put(new ByteArrayInputStream(content));
        List<String> places = places(kind);
        assertThat(places).hasSize(2).allMatch(place -> place.matches("[0-9a-f]{32}"));
        assertThat(places).noneMatch(place -> place.contains(one.id().toString().substring(0, 8)));
        byte[] first = raw(kind, places.getFirst());
        byte[] second = raw(kind, places.getLast());
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("Benali");
        assertThat(first).isNotEqualTo(second); // not even that two are alike
        assertThat(twin.sha256()).isEqualTo(one.sha256());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_was_cut_short_changed_or_swapped_is_never_handed_out_as_whole(String kind) throws IOException {
        VaultDatabase database = fresh(kind);
        byte[] content = content(3 * PIECE + 100);
        Kept kept = database.vault.put(new ByteArrayInputStream(content));
        assertThat(database.vault.name(kept.id(), "test:1")).isTrue();
        String place = place(database, kept);
        byte[] whole = raw(kind, place);
        int sealed = PIECE + Envelope.SEAL;
        List<byte[]> wrong = List.of(
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, Envelope.HEAD + 3 * sealed), // the last piece, exactly
                Arrays.copyOf(whole, 20),
                new byte[0],
                Arrays.copyOf(whole, whole.length + 1),
                flipped(whole, Envelope.HEAD + 5),
                flipped(whole, whole.length - 1),
                flipped(whole, 10), // the file's key
                flipped(whole, 7), // the number of the landlord's key
                swapped(whole, Envelope.HEAD, Envelope.HEAD + sealed, sealed));
        for (byte[] bytes : wrong) {
            replace(kind, place, bytes);
            assertThatThrownBy(() -> read(database.vault, kept.id(), 0)).isInstanceOf(Damaged.class);
            assertThat(database.vault.troubles(10))
                    .extracting(Trouble::id, Trouble::kind, Trouble::namedBy)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(kept.id(), Trouble.Kind.DAMAGED, "test:1"));
        }
        Kept other = database.vault.put(new ByteArrayInputStream(content));
        replace(kind, place, raw(kind, place(database, other)));
        assertThatThrownBy(() -> read(database.vault, kept.id(), 0)).isInstanceOf(Damaged.class);
        replace(kind, place, whole);
        assertThat(database.inventory.readAll().isWhole()).isTrue();
        assertThat(database.vault.countTroubles()).isZero();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_no_row_names_is_swept_after_a_day_and_what_a_row_names_and_misses_is_reported(String kind)
            throws IOException {
        VaultDatabase database = fresh(kind);
        Kept named = put(database, "named");
        assertThat(database.vault.name(named.id(), "test:named")).isTrue();
        assertThat(database.vault.name(named.id(), "test:again")).isFalse();
        Kept unnamed = put(database, "unnamed");
        Kept released = put(database, "released");
        database.vault.release(released.id());
        Kept lost = put(database, "lost");
        database.vault.name(lost.id(), "test:lost");
        store(kind).delete(place(database, lost));
        write(kind, Vault.newPlace(), new byte[] {1, 2, 3}); // a program was killed before the row

        Inventory.Result young = database.inventory.take();
        assertThat(young.swept()).isZero();
        assertThat(young.missing()).isEqualTo(1);
        assertThat(database.vault.open(lost.id())).isNull();
        assertThat(database.vault.troubles(10))
                .extracting(Trouble::namedBy, Trouble::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("test:lost", Trouble.Kind.MISSING));
        assertThat(read(database.vault, unnamed.id(), 0)).asString().isEqualTo("unnamed");

        database.clock.forward(Duration.ofHours(25));
        Inventory.Result old = database.inventory.take();
        assertThat(old.swept()).isEqualTo(3);
        assertThat(places(kind)).containsExactly(place(database, named));
        assertThat(database.vault.open(unnamed.id())).isNull();
        assertThat(database.vault.name(unnamed.id(), "test:late")).isFalse();
        assertThat(read(database.vault, named.id(), 0)).asString().isEqualTo("named");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_new_key_takes_over_file_by_file_and_the_old_one_is_destroyed(String kind) throws IOException {
        VaultDatabase database = fresh(kind);
        Kept before = put(database, "before");
        database.vault.name(before.id(), "test:before");
        int old = database.keys.newest();
        String former = place(database, before);
        try (InputStream reading = Objects.requireNonNull(database.vault.open(before.id()))) {
            int fresh = database.rotation.begin();
            Kept after = put(database, "after");
            database.vault.name(after.id(), "test:after");
            assertThat(database.rotation.finish()).isEqualTo(1);
            assertThat(database.rotation.finish()).isZero();
            assertThat(reading.readAllBytes()).asString().isEqualTo("before");
            assertThat(keyIn(kind, place(database, before))).isEqualTo(fresh).isNotEqualTo(old);
            assertThat(keyIn(kind, place(database, after))).isEqualTo(fresh);
        }
        assertThat(place(database, before)).isNotEqualTo(former);
        assertThat(read(database.vault, before.id(), 0)).asString().isEqualTo("before");
        assertThat(secrets(database, old)).isEqualTo(1); // somebody may still be writing under it
        database.clock.forward(Duration.ofDays(8));
        database.rotation.finish();
        assertThat(secrets(database, old)).isZero();
        assertThat(database.inventory.take().isWhole()).isTrue();
        assertThat(places(kind)).doesNotContain(former);
        assertThat(read(database.vault, before.id(), 0)).asString().isEqualTo("before");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_breaks_off_on_its_way_in_leaves_nothing(String kind) throws IOException {
        VaultDatabase database = fresh(kind);
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(content(9 * 1024 * 1024))) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                if (read < 0) {
                    throw new IOException("the network is gone");
                }
                return read;
            }
        };
        assertThatThrownBy(() -> database.vault.put(broken)).hasMessage("the network is gone");
        assertThat(places(kind)).isEmpty();
        assertThat(database.inventory.take()).isEqualTo(Inventory.Result.NOTHING);
    }

    private static int secrets(VaultDatabase database, int key) {
        return database.jdbc
                .sql("SELECT count(*) FROM platform.secret WHERE name = :name")
                .param("name", "sealing.vault." + key)
                .query(Integer.class)
                .single();
    }

    private static int keyIn(String kind, String place) throws IOException {
        return Envelope.read(new ByteArrayInputStream(raw(kind, place))).key();
    }

    private static Kept put(VaultDatabase database, String text) throws IOException {
        return database.vault.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] read(Vault vault, UUID id, long from) throws IOException {
        try (InputStream content = Objects.requireNonNull(vault.open(id, from))) {
            return content.readAllBytes();
        }
    }

    private static String place(VaultDatabase database, Kept kept) {
        return Objects.requireNonNull(database.table.find(kept.id())).place();
    }

    private static byte[] raw(String kind, String place) throws IOException {
        try (InputStream content = Objects.requireNonNull(store(kind).read(place, 0))) {
            return content.readAllBytes();
        }
    }

    private static void replace(String kind, String place, byte[] bytes) throws IOException {
        store(kind).delete(place);
        write(kind, place, bytes);
    }

    private static void write(String kind, String place, byte[] bytes) throws IOException {
        try (Store.Writing writing = store(kind).write(place)) {
            writing.write(bytes, 0, bytes.length);
            writing.done();
        }
    }

    private static byte[] flipped(byte[] whole, int at) {
        byte[] bytes = whole.clone();
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] swapped(byte[] whole, int one, int other, int length) {
        byte[] bytes = whole.clone();
        System.arraycopy(whole, one, bytes, other, length);
        System.arraycopy(whole, other, bytes, one, length);
        return bytes;
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
