package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.exchange.Report.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What docs/exchange.md promises of a package, rule by rule, on PostgreSQL.
class PackageRulesTest {
    private final ImportDatabase database = new ImportDatabase();
    private int packages;

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_windows_package_with_semicolons_says_the_same_as_a_utf_8_one() throws IOException {
        assertThat(take(new TestPackage().windows()).rejects()).isEmpty();
        assertThat(database.value("SELECT last_name FROM tenancy.tenant WHERE number = '48214'"))
                .isEqualTo("Gœury");
        assertThat(database.value("SELECT label FROM account.ledger_entry WHERE id = 'F1'"))
                .isEqualTo("Loyer, parking compris");
    }

    @Test
    void a_byte_order_mark_and_line_breaks_inside_quotes_are_taken_as_they_are_meant() throws IOException {
        TestPackage made = new TestPackage()
                .byteOrderMark()
                .lines("agences", "LAO,Agence de Laon,,,,,,\"lundi\nmardi\"", "SOI,Agence de Soissons,,,,,,");
        assertThat(take(made).rejects()).isEmpty();
        assertThat(database.value("SELECT opening_hours FROM landlord.agency WHERE code = 'LAO'"))
                .isEqualTo("lundi\nmardi");
    }

    @Test
    void a_zip_is_taken_like_a_folder() throws IOException {
        Report report = database.imports().take(new TestPackage().zip(folder.resolve("nuit.zip"), "export/"), false);
        assertThat(report.state()).isEqualTo(State.APPLIED);
        assertThat(database.count("account.ledger_entry")).isEqualTo(7);
    }

    @Test
    void a_line_that_cannot_be_taken_is_named_with_file_line_column_value_and_reason() throws IOException {
        Report report = take(
                new TestPackage().add("ecritures", "E9,B1,,PAIEMENT,Carte,,2026-11-31,2026-11-06,,,10.00,false,,"));
        assertThat(report.state()).isEqualTo(State.APPLIED);
        Reject reject = report.rejects().getFirst();
        assertThat(reject.file()).isEqualTo("ecritures.csv");
        assertThat(reject.line()).isEqualTo(9);
        assertThat(reject.column()).isEqualTo("date_operation");
        assertThat(reject.value()).isEqualTo("2026-11-31");
        assertThat(reject.reason()).isNotBlank();
        assertThat(database.count("account.ledger_entry")).isEqualTo(7);
        assertThat(database.count("exchange.import_reject")).isEqualTo(1);
    }

    @Test
    void doubles_lost_references_and_wrong_sums_are_rejected_and_the_rest_is_taken() throws IOException {
        Report report = take(new TestPackage()
                .add("locataires", "48213,Mme,Double,Benali,,,")
                .add("baux", "B3,L999,2020-01-01,,ECHU,5,")
                .add("avis", "A3,B1,2026-11,2026-11-27,2026-12-05,0.00,1.00,1.00"));
        assertThat(report.rejects()).extracting(Reject::file).contains("locataires.csv", "baux.csv", "avis.csv");
        assertThat(database.count("tenancy.tenant")).isEqualTo(2);
        assertThat(database.count("tenancy.lease")).isEqualTo(2);
        assertThat(database.count("account.rent_notice")).isEqualTo(2);
    }

    @Test
    void too_many_rejects_keep_everything_out() throws IOException {
        Report report = database.imports(0.01, 0.5, 3)
                .take(
                        new TestPackage()
                                .add("ecritures", "E9,B1,,RIEN,x,,x,x,,,,,,")
                                .folder(next()),
                        false);
        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(database.count("account.ledger_entry")).isZero();
    }

    @Test
    void the_same_package_twice_changes_nothing() throws IOException {
        take(new TestPackage());
        List<?> before = database.rows("SELECT xmin::text, * FROM account.ledger_entry ORDER BY id");
        assertThat(take(new TestPackage()).state()).isEqualTo(State.UNCHANGED);
        assertThat(database.rows("SELECT xmin::text, * FROM account.ledger_entry ORDER BY id"))
                .isEqualTo(before);
    }

    @Test
    void an_older_package_is_refused() throws IOException {
        take(new TestPackage());
        Report older =
                take(new TestPackage().created("2026-11-19T05:12:00+01:00").without("documents", "D1"));
        assertThat(older.state()).isEqualTo(State.REFUSED);
        assertThat(database.count("document.document WHERE closed_at IS NULL")).isEqualTo(1);
    }

    @Test
    void what_disappears_from_a_full_package_is_closed_and_reopened_when_it_comes_back() throws IOException {
        take(new TestPackage());
        Report gone = take(tomorrow().without("titulaires", "B1,48214"));
        assertThat(gone.counts().get("titulaires").closed()).isEqualTo(1);
        assertThat(database.count("tenancy.lease_holder")).isEqualTo(3);
        assertThat(database.count("tenancy.lease_holder WHERE closed_at IS NULL"))
                .isEqualTo(2);
        take(new TestPackage().created("2026-11-22T05:12:00+01:00"));
        assertThat(database.count("tenancy.lease_holder WHERE closed_at IS NULL"))
                .isEqualTo(3);
    }

    @Test
    void a_delta_changes_what_it_names_and_closes_nothing() throws IOException {
        take(new TestPackage());
        Report report = take(
                tomorrow().delta().only("locataires").lines("locataires", "48213,Mme,Nadia,Benali,07 00 00 00 00,,fr"));
        assertThat(report.counts().get("locataires").changed()).isEqualTo(1);
        assertThat(database.count("tenancy.tenant WHERE closed_at IS NULL")).isEqualTo(2);
        assertThat(database.value("SELECT mobile FROM tenancy.tenant WHERE number = '48213'"))
                .isEqualTo("07 00 00 00 00");
    }

    @Test
    void a_ledger_entry_never_changes_its_content() throws IOException {
        take(new TestPackage());
        Report report = take(tomorrow().replace("ecritures", "250.90,false,,PAY-1", "150.90,false,,PAY-1"));
        assertThat(report.rejects()).extracting(Reject::file).contains("ecritures.csv");
        assertThat(database.value("SELECT credit_cents FROM account.ledger_entry WHERE id = 'E5'"))
                .isEqualTo(25090L);
    }

    @Test
    void what_would_close_too_much_stops_and_asks() throws IOException {
        take(new TestPackage());
        TestPackage emptied = tomorrow()
                .lines(
                        "ecritures",
                        "E1,B1,A1,LOYER,Loyer principal,2026-10,2026-10-27,2026-10-27,2026-11-05,412.10,0.00,true,,")
                .lines("avis");
        Path path = emptied.folder(next());
        assertThat(database.imports().take(path, false).state()).isEqualTo(State.WAITING);
        assertThat(database.count("account.rent_notice WHERE closed_at IS NULL"))
                .isEqualTo(2);
        assertThat(database.imports().take(path, true).state()).isEqualTo(State.APPLIED);
        assertThat(database.count("account.rent_notice WHERE closed_at IS NULL"))
                .isZero();
    }

    @Test
    void a_check_says_every_fault_and_changes_nothing() throws IOException {
        Report report = database.imports()
                .check(new TestPackage()
                        .add("baux", "B3,L999,2020-01-01,,ECHU,5,")
                        .folder(next()));
        assertThat(report.state()).isEqualTo(State.CHECKED);
        assertThat(report.isFaultless()).isFalse();
        assertThat(database.count("tenancy.lease")).isZero();
    }

    @Test
    void a_full_package_without_one_of_the_nine_files_is_refused() throws IOException {
        assertThat(take(new TestPackage().only("agences", "conseillers")).state())
                .isEqualTo(State.REFUSED);
    }

    @Test
    void charges_statements_may_be_left_out_and_then_stay_as_they_are() throws IOException {
        String water = "B1,2025,EAU,276.40,264.00";
        String heating = "B1,2025,CHAUFFAGE,620.80,576.00";
        assertThat(take(new TestPackage().charges(water, heating)).isFaultless())
                .isTrue();
        String open = "account.charges_statement WHERE closed_at IS NULL";
        assertThat(database.count(open)).isEqualTo(2);
        Report without = take(tomorrow());
        assertThat(without.state()).isIn(State.APPLIED, State.UNCHANGED);
        assertThat(without.isFaultless()).isTrue();
        assertThat(database.count(open)).isEqualTo(2);
        take(new TestPackage()
                .created("2026-11-22T05:12:00+01:00")
                .charges(water, heating.replace("620.80", "600.00")));
        assertThat(database.count(open + " AND spent_cents = 60000")).isEqualTo(1);
        database.imports()
                .take(
                        new TestPackage()
                                .created("2026-11-23T05:12:00+01:00")
                                .charges(water)
                                .folder(next()),
                        true);
        assertThat(database.count(open)).isEqualTo(1);
    }

    private TestPackage tomorrow() {
        return new TestPackage().created("2026-11-21T05:12:00+01:00");
    }

    @Test
    void a_column_that_is_missing_tonight_leaves_what_is_in_place() throws IOException {
        take(new TestPackage());
        Report report = take(new TestPackage()
                .created("2026-11-21T05:12:00+01:00")
                .replace("locataires", "Benali", "Benali-Roux")
                .add("locataires", "48215,M.,Paul,Neuf,06.41.20.77.43,,")
                .drop("locataires", "mobile"));

        assertThat(report.state()).isEqualTo(State.APPLIED);
        assertThat(report.counts()).containsEntry("locataires", new Report.Counts(3, 0, 1, 1, 0));
        assertThat(database.rows("SELECT last_name, mobile FROM tenancy.tenant ORDER BY number"))
                .extracting(row -> row.get("last_name") + " " + row.get("mobile"))
                .containsExactly("Benali-Roux 06.41.20.77.42", "Gœury null", "Neuf null");
        assertThat(database.count("tenancy.phone_change")).isZero();
        String note = "locataires.csv : la colonne « mobile » manque, ses valeurs en place restent";
        assertThat(report.notices()).containsExactly(note);
        assertThat(database.value("SELECT message FROM exchange.import_run ORDER BY id DESC LIMIT 1"))
                .as("what the desk reads")
                .isEqualTo(note);

        Report back = take(new TestPackage()
                .created("2026-11-22T05:12:00+01:00")
                .add("locataires", "48215,M.,Paul,Neuf,06.41.20.77.43,,"));
        assertThat(back.counts()).containsEntry("locataires", new Report.Counts(3, 0, 0, 2, 0));
        assertThat(back.notices()).isEmpty();
        assertThat(database.value("SELECT mobile FROM tenancy.tenant WHERE number = '48215'"))
                .isEqualTo("06.41.20.77.43");
    }

    @Test
    void whichever_columns_are_missing_nothing_changes() throws IOException {
        take(new TestPackage());
        TestPackage fewer = new TestPackage().created("2026-11-21T05:12:00+01:00");
        for (TableSchema schema : TableSchema.all()) {
            boolean sums = schema.name().equals("ecritures"); // debit and credit are one another's
            boolean prints = schema.name().equals("documents"); // a file's new content has another sha256
            if (TestPackage.FILES.contains(schema.name()) && !sums && !prints) {
                schema.columns().stream()
                        .filter(column -> !column.required() && !TableSchema.LATER.contains(column.name()))
                        .forEach(column -> fewer.drop(schema.name(), column.name()));
            }
        }
        Report report = take(fewer.drop("ecritures", "reference_paiement").drop("ecritures", "periode"));

        assertThat(report.state()).isEqualTo(State.APPLIED);
        assertThat(report.rejects()).isEmpty();
        assertThat(report.counts().values())
                .allMatch(counts -> counts.added() + counts.changed() + counts.closed() == 0);
        assertThat(database.value("SELECT surface_m2 FROM tenancy.dwelling WHERE number = 'L001'"))
                .hasToString("64.50");
    }

    private Report take(TestPackage made) throws IOException {
        return database.imports().take(made.folder(next()), false);
    }

    private Path next() {
        packages++;
        return folder.resolve("package-" + packages);
    }
}
