package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.HowOften;
import fr.opalconnect.document.FilesOfPackages;
import fr.opalconnect.exchange.Report.State;
import fr.opalconnect.sample.PackageMaker;
import fr.opalconnect.sample.Recipe;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.vault.Vault;
import fr.opalconnect.vault.Vaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledImportTest {
    /// Each takes two seconds.
    private static final long TIMES = HowOften.of("import.kills", 3, 20);

    @TempDir
    private Path folder;

    @TempDir
    private Path vault;

    @Test
    void an_import_killed_at_any_moment_leaves_all_of_it_or_nothing_and_the_next_one_is_clean() throws Exception {
        LocalDate yesterday =
                LocalDate.ofInstant(ImportDatabase.CLOCK.instant(), Texts.ZONE).minusDays(1);
        long lines =
                new PackageMaker(Recipe.of(40, 6, 7, yesterday)).writeTo(folder).get("ecritures");
        long whole = timeOfAWholeRun(lines);
        Random random = new Random(20261123);
        int cutShort = 0;
        for (int i = 0; i < TIMES; i++) {
            try (ImportDatabase database = new ImportDatabase()) {
                Process child = start(database);
                // From the start of Java to a little after the end: every moment gets its turn.
                child.waitFor((long) (whole * (0.3 + 0.75 * random.nextDouble())), TimeUnit.MILLISECONDS);
                child.destroyForcibly().waitFor(); // SIGKILL
                long found = database.count("account.ledger_entry");
                assertThat(found).isIn(0L, lines);
                assertThat(database.count("tenancy.lease") == 0).isEqualTo(found == 0);
                cutShort += found == 0 ? 1 : 0;

                Vault vault = Vaults.in(this.vault, database.jdbc, ImportDatabase.CLOCK);
                Report next = database.imports(
                                List.of(FilesOfPackages.into(vault, database.source, ImportDatabase.CLOCK)),
                                0.01,
                                0.5,
                                50)
                        .take(folder, false);

                assertThat(next.state()).isEqualTo(found == 0 ? State.APPLIED : State.UNCHANGED);
                assertThat(database.count("account.ledger_entry")).isEqualTo(lines);
                assertThat(database.count("exchange.import_run WHERE state = 'RUNNING'"))
                        .isZero();
                everyFileIsThere(database, vault);
            }
        }
        assertThat(cutShort).as("runs that were cut short").isPositive();
    }

    /// Whatever the killed run had put away, and of whatever the next one found there.
    private static void everyFileIsThere(ImportDatabase database, Vault vault) throws IOException {
        assertThat(database.count("document.document")).isPositive();
        assertThat(database.count("document.document d WHERE NOT EXISTS"
                        + " (SELECT FROM document.content c WHERE c.sha256 = d.sha256)"))
                .isZero();
        for (var row : database.rows("SELECT object_id, size FROM document.content")) {
            try (InputStream content = Objects.requireNonNull(vault.open((UUID) row.get("object_id")))) {
                assertThat((long) content.readAllBytes().length).isEqualTo(row.get("size"));
            }
        }
        assertThat(database.count("vault.object WHERE named_by IS NOT NULL"))
                .isEqualTo(database.count("document.content"));
    }

    private long timeOfAWholeRun(long lines) throws Exception {
        try (ImportDatabase database = new ImportDatabase()) {
            long begun = System.nanoTime();
            assertThat(start(database).waitFor()).isZero();
            assertThat(database.count("account.ledger_entry")).isEqualTo(lines);
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        }
    }

    private Process start(ImportDatabase database) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ImportInChild.class.getName(),
                        database.source.getJdbcUrl(),
                        folder.toString(),
                        vault.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
