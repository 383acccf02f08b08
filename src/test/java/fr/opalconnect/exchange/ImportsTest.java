package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.exchange.Report.State;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a package, from its files to the tables.
class ImportsTest {
    private final ImportDatabase database = new ImportDatabase();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_package_that_is_right_is_taken_whole() throws IOException {
        Report report = take(new TestPackage());

        assertThat(report.rejects()).isEmpty();
        assertThat(report.state()).isEqualTo(State.APPLIED);
        assertThat(report.counts()).containsEntry("ecritures", new Counts(7, 0, 7, 0, 0));
        assertThat(database.count("account.ledger_entry")).isEqualTo(7);
        assertThat(database.value("SELECT sum(debit_cents - credit_cents) FROM account.ledger_entry"
                        + " WHERE lease_number = 'B1'"))
                .isEqualTo(new java.math.BigDecimal(25090));
        assertThat(database.value("SELECT surface_m2::text FROM tenancy.dwelling WHERE number = 'L001'"))
                .isEqualTo("64.50");
        assertThat(database.value("SELECT figures_at = '2026-11-20 04:12Z' FROM account.freshness"))
                .isEqualTo(true);
    }

    private Report take(TestPackage made) throws IOException {
        return database.imports().take(made.folder(folder.resolve("package")), false);
    }
}
