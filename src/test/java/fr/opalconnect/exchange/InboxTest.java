package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class InboxTest {
    @TempDir
    private Path folder;

    @Test
    void a_package_that_arrives_is_taken_and_moved_aside() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            new TestPackage().folder(folder.resolve("nuit"));
            Files.writeString(Files.createDirectories(folder.resolve("autre")).resolve("notes.txt"), "rien");
            Files.writeString(folder.resolve("faux.zip"), "ceci n’est pas un ZIP");
            Instant later = Instant.now().plus(Duration.ofMinutes(5));

            inbox(database, later).empty();

            assertThat(database.count("account.ledger_entry")).isEqualTo(7);
            assertThat(names("done")).singleElement().asString().endsWith("-nuit");
            assertThat(names("refused")).singleElement().asString().endsWith("-faux.zip");
            assertThat(folder.resolve("autre")).exists();
        }
    }

    @Test
    void what_is_still_being_written_is_left_alone() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            Path arriving = new TestPackage().folder(folder.resolve("nuit"));
            inbox(database, Instant.now()).empty();
            assertThat(arriving).exists();
            assertThat(database.count("account.ledger_entry")).isZero();
        }
    }

    @Test
    void while_another_one_is_taken_a_package_stays_where_it_is() throws Exception {
        try (ImportDatabase database = new ImportDatabase()) {
            Path arrived = new TestPackage().folder(folder.resolve("nuit"));
            Inbox inbox = inbox(database, Instant.now().plus(Duration.ofMinutes(5)));

            try (ImportConnection _ =
                    ImportConnection.open(database.source, Duration.ZERO).orElseThrow()) {
                inbox.empty();
            }
            assertThat(arrived).exists();
            assertThat(folder.resolve("refused")).doesNotExist();

            inbox.empty();
            assertThat(names("done")).singleElement().asString().endsWith("-nuit");
        }
    }

    @Test
    void what_may_not_be_read_is_moved_aside_and_keeps_nobody_waiting() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            Path closed = new TestPackage().folder(folder.resolve("a")).resolve("baux.csv");
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
            assumeThat(Files.isReadable(closed)).as("root reads everything").isFalse();
            new TestPackage().folder(folder.resolve("b"));

            inbox(database, Instant.now().plus(Duration.ofMinutes(5))).empty();

            assertThat(names("refused")).singleElement().asString().endsWith("-a");
            assertThat(names("done")).singleElement().asString().endsWith("-b");
            assertThat(database.value("SELECT reason FROM exchange.import_reject"))
                    .isEqualTo("le fichier ne peut pas être lu : ses droits ne le permettent pas");
        }
    }

    @Test
    void what_may_not_be_moved_is_taken_once_and_keeps_nobody_waiting() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            Path fixed = new TestPackage().delta().only("agences").folder(folder.resolve("a"));
            new TestPackage().created("2026-11-21T05:12:00+01:00").folder(folder.resolve("b"));
            Files.setPosixFilePermissions(fixed, PosixFilePermissions.fromString("r-xr-xr-x"));
            assumeThat(Files.isWritable(fixed)).as("root moves everything").isFalse();
            Inbox inbox = inbox(database, Instant.now().plus(Duration.ofMinutes(5)));

            inbox.empty();
            inbox.empty();

            assertThat(fixed).exists();
            assertThat(names("done")).singleElement().asString().endsWith("-b");
            assertThat(database.count("exchange.import_run")).isEqualTo(2);
            Files.setPosixFilePermissions(fixed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void the_ending_of_a_zip_may_be_in_capitals() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            new TestPackage().zip(folder.resolve("NUIT.ZIP"), "");
            inbox(database, Instant.now().plus(Duration.ofMinutes(5))).empty();
            assertThat(names("done")).singleElement().asString().endsWith("-NUIT.ZIP");
        }
    }

    @Test
    void a_folder_that_is_missing_is_said_once(CapturedOutput output) throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            Inbox inbox = inbox(database, Instant.now());
            Files.delete(folder);
            inbox.empty();
            inbox.empty();
            assertThat(output.getAll()).containsOnlyOnce("The inbox " + folder + " is no folder that can be read");
        }
    }

    private Inbox inbox(ImportDatabase database, Instant now) {
        ExchangeSettings settings =
                new ExchangeSettings(folder, null, 0.5, 0.5, 3, Duration.ofDays(90), DataSize.ofMegabytes(100));
        return new Inbox(database.imports(), new ImportLogTable(database.jdbc), settings, () -> now);
    }

    private List<String> names(String place) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(place))) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }
}
