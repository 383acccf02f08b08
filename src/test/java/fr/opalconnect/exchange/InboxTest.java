package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

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
