package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.exchange.Report.State;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Money on its way and the entry that it becomes: one import does both, and shows it once.
class PostedPaymentsTest {
    private static final String SATURDAY = "2026-11-21T05:12:00+01:00";
    private static final String SUNDAY = "2026-11-22T05:12:00+01:00";
    private static final String MONDAY = "2026-11-23T05:12:00+01:00";
    private static final String ENTRY = "E7,B1,,PAIEMENT,CB,,2026-11-20,2026-11-20,,,412.37,false,,P261120000042";

    @TempDir
    private Path folder;

    private final ImportDatabase database = new ImportDatabase();
    private int packages;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_entry_with_the_reference_is_the_money_that_was_expected() throws IOException {
        take(new TestPackage());
        expect("P261120000042", "B1", 41_237);
        expect("P261120000043", "B1", 5_000);

        take(new TestPackage().created(SATURDAY).add("ecritures", ENTRY));

        assertThat(entryOf("P261120000042")).isEqualTo("E7");
        assertThat(entryOf("P261120000043")).as("still on its way").isEqualTo("-");
    }

    @Test
    void another_amount_or_another_lease_is_not_that_money() throws IOException {
        take(new TestPackage());
        expect("P261120000042", "B1", 41_236);
        expect("P261120000099", "B2", 41_237);

        take(new TestPackage()
                .created(SATURDAY)
                .add("ecritures", ENTRY, ENTRY.replace("E7", "E8").replace("000042", "000099")));

        assertThat(entryOf("P261120000042")).isEqualTo("-");
        assertThat(entryOf("P261120000099")).isEqualTo("-");
    }

    @Test
    void what_the_erp_takes_back_is_on_its_way_again() throws IOException {
        expect("P261120000042", "B1", 41_237);
        take(new TestPackage().add("ecritures", ENTRY));
        assertThat(entryOf("P261120000042")).as("in the first import already").isEqualTo("E7");

        take(new TestPackage().created(SUNDAY));
        assertThat(entryOf("P261120000042")).isEqualTo("-");

        take(new TestPackage().created(MONDAY).add("ecritures", ENTRY));
        assertThat(entryOf("P261120000042")).isEqualTo("E7");
    }

    private void expect(String reference, String lease, long cents) {
        database.jdbc.sql("""
                        INSERT INTO account.coming_payment
                            (id, lease_number, method, amount_cents, reference, state, at, expected_on)
                        VALUES (gen_random_uuid(), ?, 'CARD', ?, ?, 'TAKEN', now(), current_date)
                        """).params(lease, cents, reference).update();
    }

    private Object entryOf(String reference) {
        return database.value("SELECT coalesce(max(entry_id), '-') FROM account.coming_payment WHERE reference = '"
                + reference + "'");
    }

    private void take(TestPackage made) throws IOException {
        Report report = database.imports().take(made.folder(folder.resolve("package" + packages++)), false);
        assertThat(report.state()).as(report.message()).isEqualTo(State.APPLIED);
    }
}
