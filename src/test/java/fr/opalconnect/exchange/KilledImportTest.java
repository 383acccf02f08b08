package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.exchange.Report.State;
import fr.opalconnect.sample.PackageMaker;
import fr.opalconnect.sample.Recipe;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledImportTest {
    private static final int TIMES = 20;

    @TempDir
    private Path folder;

    @Test
    void an_import_killed_at_any_moment_leaves_all_of_it_or_nothing_and_the_next_one_is_clean() throws Exception {
        LocalDate yesterday = LocalDate.now(Texts.ZONE).minusDays(1);
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

                Report next = database.imports(0.01, 0.5, 50).take(folder, false);

                assertThat(next.state()).isEqualTo(found == 0 ? State.APPLIED : State.UNCHANGED);
                assertThat(database.count("account.ledger_entry")).isEqualTo(lines);
                assertThat(database.count("exchange.import_run WHERE state = 'RUNNING'"))
                        .isZero();
            }
        }
        assertThat(cutShort).as("runs that were cut short").isPositive();
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
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
