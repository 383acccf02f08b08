package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.exchange.Report.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose telephone number a package changes, and what it was before.
class ChangedPhonesTest {
    private static final String NADIA = "48213,";

    @TempDir
    private Path folder;

    private final TestPackage stock = new TestPackage();
    private int night = 20;

    @Test
    void a_first_package_changes_nobodys_number_nor_does_one_who_comes_new() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            take(database);
            stock.add("locataires", "48215,M.,Jean,Petit,06 41 20 77 43,,");
            stock.add("titulaires", "B2,48215,COTITULAIRE");
            take(database);
            assertThat(changes(database)).isZero();
        }
    }

    @Test
    void another_number_is_kept_with_the_one_of_before_and_another_spelling_is_not() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            take(database);
            nadia("06.41.20.77.42", "+33 (0)6 41 20 77 42");
            take(database);
            assertThat(changes(database)).isZero();
            nadia("+33 (0)6 41 20 77 42", "06 99 99 99 99");
            stock.change("locataires", "48214,", line -> line.replace("Gœury,,", "Gœury,06 98 98 98 98,"));
            take(database);
            assertThat(database.rows("SELECT tenant_number, former FROM tenancy.phone_change ORDER BY 1")
                            .toString())
                    .isEqualTo("[{tenant_number=48213, former=+33 (0)6 41 20 77 42},"
                            + " {tenant_number=48214, former=null}]");
        }
    }

    @Test
    void of_two_packages_before_somebody_is_told_the_first_number_counts() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            take(database);
            nadia("06.41.20.77.42", "06 99 99 99 99");
            take(database);
            nadia("06 99 99 99 99", "");
            take(database);
            assertThat(database.value("SELECT former FROM tenancy.phone_change"))
                    .isEqualTo("06.41.20.77.42");
        }
    }

    @Test
    void while_a_correction_of_the_agency_stands_the_number_in_force_does_not_change() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            take(database);
            database.jdbc.sql("""
                            INSERT INTO tenancy.phone_correction
                                (id, tenant_number, mobile, former, reason, made_at, made_by, made_by_name)
                            VALUES (:id, '48213', '+33699999999', '06 41', 'en face', now(), :id, 'Claire Lemoine')
                            """).param("id", UUID.randomUUID()).update();
            nadia("06.41.20.77.42", "06 11 11 11 11");
            take(database);
            nadia("06 11 11 11 11", "06 99 99 99 99");
            take(database);
            assertThat(database.value("SELECT state FROM tenancy.phone_correction"))
                    .isEqualTo("SETTLED");
            assertThat(changes(database)).isZero();
        }
    }

    @Test
    void who_holds_no_lease_is_nobody_to_tell() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            stock.change("titulaires", "B1,48213,", line -> "B1,48213,OCCUPANT");
            take(database);
            nadia("06.41.20.77.42", "06 99 99 99 99");
            take(database);
            assertThat(changes(database)).isZero();
        }
    }

    @Test
    void a_package_that_waits_for_somebodys_yes_changes_nothing_and_then_all_at_once() throws IOException {
        try (ImportDatabase database = new ImportDatabase()) {
            IntStream.range(1000, 3000).forEach(i -> {
                stock.add("locataires", "T%d,M.,Jean,Nom%d,06 41 20 %d %d,,".formatted(i, i, i / 100, 10 + i % 90));
                stock.add("titulaires", "B2,T%d,COTITULAIRE".formatted(i));
            });
            take(database);
            stock.replace("locataires", ",06 41 20 ", ",06 41 21 ");
            stock.created("2026-11-" + ++night + "T05:12:00+01:00");
            Path path = stock.folder(folder.resolve("night" + night));
            assertThat(database.imports().take(path, false).state()).isEqualTo(State.WAITING);
            assertThat(changes(database)).isZero();
            assertThat(database.imports().take(path, true).state()).isEqualTo(State.APPLIED);
            assertThat(changes(database)).isEqualTo(2000);
        }
    }

    private void nadia(String before, String now) {
        stock.change("locataires", NADIA, line -> line.replace(before, now));
    }

    private void take(ImportDatabase database) throws IOException {
        stock.created("2026-11-" + ++night + "T05:12:00+01:00");
        Report report = database.imports(0.5, 0.9, 100).take(stock.folder(folder.resolve("night" + night)), false);
        assertThat(report.state()).as(report.toString()).isEqualTo(State.APPLIED);
    }

    private static long changes(ImportDatabase database) {
        return database.count("tenancy.phone_change");
    }
}
