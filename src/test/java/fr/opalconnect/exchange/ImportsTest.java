package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.exchange.Report.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a package, from its files to the tables.
class ImportsTest {
    private static final String FRIDAY = "2026-11-20T05:12:00+01:00";
    private static final String SATURDAY = "2026-11-21T05:12:00+01:00";
    private static final String SUNDAY = "2026-11-22T05:12:00+01:00";

    private final ImportDatabase database = new ImportDatabase();

    @TempDir
    private Path folder;

    private int taken;

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
        assertThat(report.counts().keySet()).containsExactlyElementsOf(TestPackage.FILES);
        assertThat(database.value("SELECT sum(debit_cents - credit_cents) FROM account.ledger_entry"
                        + " WHERE lease_number = 'B1'"))
                .isEqualTo(new BigDecimal(25090));
        assertThat(database.value("SELECT surface_m2::text FROM tenancy.dwelling WHERE number = 'L001'"))
                .isEqualTo("64.50");
        assertThat(database.rows("SELECT term, due_day, ends_on::text FROM tenancy.lease WHERE number = 'B2'"))
                .containsExactly(Map.of("term", "IN_ARREARS", "due_day", 10, "ends_on", "2026-10-31"));
        assertThat(database.rows("SELECT role FROM tenancy.lease_holder ORDER BY tenant_number, lease_number"))
                .extracting(row -> row.get("role"))
                .containsExactly("HOLDER", "CO_HOLDER", "HOLDER");
        assertThat(database.rows("SELECT label, reverses_id, period::text FROM account.ledger_entry"
                        + " WHERE id IN ('E6', 'F1') ORDER BY id"))
                .extracting(row -> row.get("label"))
                .containsExactly("Prélèvement rejeté", "Loyer, parking compris");
        assertThat(database.count("document.document")).isEqualTo(1);
    }

    @Test
    void an_import_is_one_row_that_says_what_it_did() throws IOException {
        take(new TestPackage());

        assertThat(database.rows("SELECT package, mode, state, length(sha256) AS hash, ended_at >= started_at AS ended,"
                        + " created = '2026-11-20 04:12Z' AS created, counts->'avis'->>'added' AS notices"
                        + " FROM exchange.import_run"))
                .containsExactly(Map.of(
                        "package", "essai",
                        "mode", "full",
                        "state", "APPLIED",
                        "hash", 64,
                        "ended", true,
                        "created", true,
                        "notices", "2"));
        assertThat(figuresAt()).isEqualTo("2026-11-20 04:12");
    }

    @Test
    void the_same_package_twice_changes_nothing() throws IOException {
        take(new TestPackage());
        database.jdbc.sql("UPDATE tenancy.tenant SET first_name = 'hand'").update();

        assertThat(take(new TestPackage()).state()).isEqualTo(State.UNCHANGED);
        assertThat(database.value("SELECT count(*) FROM tenancy.tenant WHERE first_name = 'hand'"))
                .isEqualTo(2L);
    }

    @Test
    void an_unchanged_night_makes_the_figures_as_of_that_night() throws IOException {
        take(new TestPackage());

        assertThat(take(new TestPackage().created(SATURDAY)).state()).isEqualTo(State.UNCHANGED);
        assertThat(figuresAt()).isEqualTo("2026-11-21 04:12");
    }

    @Test
    void a_package_older_than_the_last_one_applied_is_refused() throws IOException {
        take(new TestPackage().created(SATURDAY));

        Report report = take(new TestPackage().created(FRIDAY).replace("locataires", "Nadia", "Nadège"));

        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(report.message()).contains("plus ancien");
        assertThat(database.count("tenancy.tenant WHERE first_name = 'Nadège'")).isZero();
        assertThat(figuresAt()).isEqualTo("2026-11-21 04:12");
    }

    @Test
    void a_package_from_the_future_is_refused_because_it_would_shut_out_all_others() throws IOException {
        TestPackage future = new TestPackage().created("2027-11-20T05:12:00+01:00");
        assertThat(take(future).message()).contains("avenir");
        assertThat(database.imports()
                        .check(future.folder(folder.resolve("future")))
                        .message())
                .contains("avenir");
    }

    @Test
    void what_changed_changes_and_what_is_new_comes_in() throws IOException {
        take(new TestPackage());

        Report report = take(new TestPackage()
                .created(SATURDAY)
                .replace("locataires", "06.41.20.77.42", "+33 6 41 20 77 43")
                .add("ecritures", "E7,B1,,PAIEMENT,Carte,,2026-11-19,2026-11-19,,,250.90,false,,"));

        assertThat(report.counts())
                .containsEntry("locataires", new Counts(2, 0, 0, 1, 0))
                .containsEntry("ecritures", new Counts(8, 0, 1, 0, 0))
                .containsEntry("baux", new Counts(2, 0, 0, 0, 0));
        assertThat(database.value("SELECT mobile FROM tenancy.tenant WHERE number = '48213'"))
                .isEqualTo("+33 6 41 20 77 43");
        assertThat(database.value("SELECT sum(debit_cents - credit_cents)::int FROM account.ledger_entry"
                        + " WHERE lease_number = 'B1'"))
                .isEqualTo(0);
    }

    @Test
    void what_disappeared_from_a_full_package_is_closed_and_comes_back_when_it_does() throws IOException {
        take(new TestPackage());

        Report without = take(new TestPackage().created(SATURDAY).without("titulaires", "B1,48214"));
        assertThat(without.counts()).containsEntry("titulaires", new Counts(2, 0, 0, 0, 1));
        assertThat(database.count("tenancy.lease_holder WHERE closed_at IS NOT NULL"))
                .isEqualTo(1);

        Report again = take(new TestPackage().created(SUNDAY));
        assertThat(again.counts()).containsEntry("titulaires", new Counts(3, 0, 0, 1, 0));
        assertThat(database.count("tenancy.lease_holder WHERE closed_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void a_delta_brings_what_it_has_and_closes_nothing() throws IOException {
        take(new TestPackage());

        Report report = take(new TestPackage()
                .delta()
                .created(SATURDAY)
                .only("locataires", "ecritures")
                .lines("locataires", "48214,M.,Zoé,Gœury,06 12 34 56 78,,")
                .lines("ecritures", "F2,B2,,PAIEMENT,Virement,,2026-11-12,2026-11-12,,,300.00,false,,"));

        assertThat(report.state()).isEqualTo(State.APPLIED);
        assertThat(report.counts())
                .containsOnly(
                        Map.entry("locataires", new Counts(1, 0, 0, 1, 0)),
                        Map.entry("ecritures", new Counts(1, 0, 1, 0, 0)));
        assertThat(database.count("account.ledger_entry WHERE closed_at IS NULL"))
                .isEqualTo(8);
    }

    @Test
    void the_full_package_after_a_delta_is_compared_with_what_the_delta_left() throws IOException {
        take(new TestPackage());
        take(new TestPackage()
                .delta()
                .created(SATURDAY)
                .only("locataires")
                .lines("locataires", "48214,M.,Zoé,Gœury,06 12 34 56 78,,"));

        Report report = take(new TestPackage().created(SUNDAY));

        assertThat(report.counts()).containsEntry("locataires", new Counts(2, 0, 0, 1, 0));
        assertThat(database.count("tenancy.tenant WHERE mobile LIKE '06 12%'")).isZero();
    }

    @Test
    void what_would_empty_a_table_stops_and_asks() throws IOException {
        take(new TestPackage());
        TestPackage empty = new TestPackage().created(SATURDAY).lines("documents");

        Report asking = take(empty);
        assertThat(asking.state()).isEqualTo(State.WAITING);
        assertThat(asking.message()).contains("documents.csv");
        assertThat(database.count("document.document WHERE closed_at IS NULL")).isEqualTo(1);

        Report confirmed = database.imports().take(folder.resolve("package" + taken), true);
        assertThat(confirmed.state()).isEqualTo(State.APPLIED);
        assertThat(database.count("document.document WHERE closed_at IS NULL")).isZero();
    }

    @Test
    void what_would_change_more_than_the_set_share_stops_and_asks() throws IOException {
        take(new TestPackage());
        Path path = new TestPackage()
                .created(SATURDAY)
                .replace("titulaires", "TITULAIRE", "COTITULAIRE")
                .replace("titulaires", "COCO", "CO")
                .folder(folder.resolve("changed"));

        assertThat(database.imports(0.01, 0.5, 2).take(path, false).state()).isEqualTo(State.WAITING);
        assertThat(database.imports(0.01, 0.5, 3).take(path, false).state()).isEqualTo(State.APPLIED);
    }

    @Test
    void more_rejected_lines_than_the_set_share_and_nothing_is_taken() throws IOException {
        Path path = new TestPackage()
                .replace("locataires", "48213,Mme,Nadia,Benali", "48213,Mme,Nadia,")
                .folder(folder.resolve("faulty"));

        Report strict = database.imports(0.05, 0.5, 3).take(path, false);
        assertThat(strict.state()).isEqualTo(State.REFUSED);
        assertThat(strict.message()).contains("2 lignes sur 22", "(5 %)");
        assertThat(database.count("tenancy.tenant")).isZero();

        assertThat(database.imports(0.15, 0.5, 3).take(path, false).state()).isEqualTo(State.APPLIED);
        assertThat(database.count("tenancy.tenant")).isEqualTo(1);
    }

    @Test
    void a_check_says_what_is_wrong_and_leaves_no_trace() throws IOException {
        Path path = new TestPackage().replace("baux", "ECHU,5", "ECHU,35").folder(folder.resolve("checked"));

        Report report = database.imports().check(path);

        assertThat(report.state()).isEqualTo(State.CHECKED);
        assertThat(report.isFaultless()).isFalse();
        assertThat(report.rejects().getFirst())
                .isEqualTo(new Reject("baux.csv", 2, "jour_echeance", "35", "un nombre entier est attendu, de 1 à 31"));
        assertThat(database.count("exchange.import_run")).isZero();
        assertThat(database.count("tenancy.tenant")).isZero();
        assertThat(database.imports()
                        .check(new TestPackage().folder(folder.resolve("right")))
                        .isFaultless())
                .isTrue();
    }

    @Test
    void a_check_foretells_what_would_stop_the_import() throws IOException {
        take(new TestPackage());
        Path older = new TestPackage().created("2026-11-19T05:12:00+01:00").folder(folder.resolve("older"));
        Path heavy = new TestPackage()
                .created(SATURDAY)
                .replace("titulaires", "TITULAIRE", "OCCUPANT")
                .folder(folder.resolve("heavy"));

        Report late = database.imports().check(older);
        assertThat(late.isFaultless()).isFalse();
        assertThat(late.message())
                .isEqualTo("un import le refuserait : created : ce paquet (du 19 novembre 2026 à 5:12:00) est plus "
                        + "ancien que le dernier appliqué (du 20 novembre 2026 à 5:12:00)");
        Report waiting = database.imports(0.5, 0.5, 2).check(heavy);
        assertThat(waiting.isFaultless()).isFalse();
        assertThat(waiting.message())
                .startsWith("un import attendrait une confirmation : titulaires.csv : sur 3 lignes en place");
    }

    @Test
    void a_run_that_was_killed_is_called_failed_by_the_next_one() throws IOException {
        database.jdbc
                .sql("INSERT INTO exchange.import_run (package, started_at, state) VALUES ('x', now(), 'RUNNING')")
                .update();

        take(new TestPackage());

        assertThat(database.rows("SELECT state FROM exchange.import_run ORDER BY id"))
                .extracting(row -> row.get("state"))
                .containsExactly("FAILED", "APPLIED");
    }

    @Test
    void nothing_of_the_staging_tables_stays() throws IOException {
        take(new TestPackage());

        assertThat(database.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'exchange'"))
                .extracting(row -> row.get("tablename"))
                .containsExactlyInAnyOrder("import_run", "import_reject", "known_file", "known_lines", "export_run");
    }

    private Report take(TestPackage made) throws IOException {
        return database.imports().take(made.folder(folder.resolve("package" + ++taken)), false);
    }

    private Object figuresAt() {
        return database.value(
                "SELECT to_char(figures_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') FROM account.freshness");
    }
}
