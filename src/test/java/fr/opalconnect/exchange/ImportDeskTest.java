package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.exchange.Report.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/// What the desk sees of an import, and does about it, on a landlord of two leases.
class ImportDeskTest {
    private final Instant now = Instant.now().plus(Duration.ofMinutes(5));

    @TempDir
    private Path folder;

    private final ImportDatabase database = new ImportDatabase();
    private final ImportLogTable log = new ImportLogTable(database.jdbc);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_package_that_somebody_says_yes_to_is_taken_and_moved_aside() throws IOException {
        long run = waiting();
        assertThat(log.find(run).asks()).isTrue();
        assertThat(database.count("document.document WHERE closed_at IS NULL")).isEqualTo(1);
        log.answer(run, true, "Anne Caron", now);
        ConfirmedJob.take(run, log, inbox());
        assertThat(database.count("document.document WHERE closed_at IS NULL")).isZero();
        assertThat(log.latest(1).getFirst().state()).isEqualTo(State.APPLIED);
        assertThat(names("waiting")).isEmpty();
        assertThat(names("done")).hasSize(2);
        assertThat(log.find(run).confirmed()).isTrue();
        assertThat(log.find(run).answeredBy()).isEqualTo("Anne Caron");
    }

    @Test
    void a_package_that_somebody_says_no_to_changes_nothing() throws IOException {
        long run = waiting();
        String path = log.answer(run, false, "Anne Caron", now);
        inbox().refuseWaiting(Path.of(path));
        assertThat(database.count("document.document WHERE closed_at IS NULL")).isEqualTo(1);
        assertThat(names("refused")).hasSize(1);
        assertThat(log.find(run).asks()).isFalse();
        assertThat(log.confirmedPath(run)).isNull();
    }

    @Test
    void a_question_is_answered_once_and_not_when_a_newer_package_is_in_place() throws IOException {
        long run = waiting();
        assertThat(log.answer(run, false, "Anne Caron", now)).isNotNull();
        assertThat(log.answer(run, true, "Thomas Delattre", now)).isNull();
        long second = waiting("samedi encore");
        new TestPackage().created("2026-11-22T05:12:00+01:00").folder(folder.resolve("dimanche"));
        inbox().empty();
        assertThat(log.find(second).asks()).isFalse();
        assertThat(log.answer(second, true, "Anne Caron", now)).isNull();
    }

    @Test
    void a_confirmed_package_that_is_gone_says_so() throws IOException {
        long run = waiting();
        String path = log.answer(run, true, "Anne Caron", now);
        Files.move(Path.of(path), folder.resolve("ailleurs"));
        ConfirmedJob.take(run, log, inbox());
        assertThat(log.find(run).message()).contains("n’est plus là");
    }

    @Test
    void a_run_that_was_cut_short_is_marked_when_the_program_starts_and_one_of_a_living_node_is_not()
            throws SQLException {
        database.jdbc
                .sql("INSERT INTO exchange.import_run (package, started_at, state) VALUES ('nuit', now(), 'RUNNING')")
                .update();
        Duration noPatience = Duration.ofMillis(50);
        try (ImportConnection alive =
                ImportConnection.open(database.source, noPatience).orElseThrow()) {
            assertThat(AbandonedImports.tidyUp(database.source, () -> now, noPatience))
                    .isFalse();
            assertThat(log.latest(1).getFirst().state()).isEqualTo(State.RUNNING);
            assertThat(alive.connection()).isNotNull();
        }
        assertThat(AbandonedImports.tidyUp(database.source, () -> now, noPatience))
                .isTrue();
        assertThat(log.latest(1).getFirst().state()).isEqualTo(State.FAILED);
        assertThat(log.latest(1).getFirst().message()).contains("arrêté pendant cet import");
    }

    @Test
    void others_see_file_by_file_how_far_an_import_is() throws IOException {
        database.jdbc
                .sql("CREATE TABLE seen (step text, file text, lines bigint)")
                .update();
        database.jdbc.sql("""
                        CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS
                        $$BEGIN INSERT INTO seen VALUES (NEW.step, NEW.step_file, NEW.lines_read); RETURN NEW; END$$
                        """).update();
        database.jdbc
                .sql("CREATE TRIGGER see AFTER UPDATE OF step ON exchange.import_run FOR EACH ROW "
                        + "WHEN (NEW.state = 'RUNNING') EXECUTE FUNCTION see()")
                .update();
        database.imports().take(new TestPackage().folder(folder.resolve("nuit")), false);
        List<String> seen = database.jdbc
                .sql("SELECT concat_ws(' ', step, file, lines) FROM seen ORDER BY ctid")
                .query(String.class)
                .list();
        assertThat(seen)
                .startsWith("READING agences.csv 0", "READING conseillers.csv 2")
                .endsWith("CHECKING 22", "APPLYING 22")
                .hasSize(11);
        ImportRun run = log.latest(1).getFirst();
        assertThat(run.step()).isNull();
        assertThat(run.counts().keySet()).containsExactlyElementsOf(TestPackage.FILES);
        assertThat(run.read()).isEqualTo(22);
    }

    @Test
    void the_file_of_rejects_opens_in_a_spreadsheet_and_runs_nothing_there() {
        String csv = new String(
                RejectsCsv.of(List.of(
                        new Reject("locataires.csv", 3, "nom", "=HYPERLINK(\"http://x\")", "au plus 80 caractères"),
                        new Reject("locataires.csv", 4, "nom", " @SUM(1)", "une raison ; une autre"),
                        new Reject("baux.csv", null, null, "+33 6", "il \"manque\" quelque chose"),
                        new Reject("baux.csv", 9, "nom", "Benali", "-"))),
                StandardCharsets.UTF_8);
        assertThat(csv.lines())
                .containsExactly(
                        "\uFEFF\"fichier\";\"ligne\";\"colonne\";\"valeur\";\"raison\"",
                        "\"locataires.csv\";\"3\";\"nom\";\"'=HYPERLINK(\"\"http://x\"\")\";\"au plus 80 caractères\"",
                        "\"locataires.csv\";\"4\";\"nom\";\"' @SUM(1)\";\"une raison ; une autre\"",
                        "\"baux.csv\";\"\";\"\";\"'+33 6\";\"il \"\"manque\"\" quelque chose\"",
                        "\"baux.csv\";\"9\";\"nom\";\"Benali\";\"'-\"");
    }

    /// Friday's package is in place, Saturday's would empty a table.
    private long waiting() throws IOException {
        new TestPackage().folder(folder.resolve("vendredi"));
        inbox().empty();
        return waiting("samedi");
    }

    private long waiting(String name) throws IOException {
        new TestPackage()
                .created("2026-11-21T05:12:00+01:00")
                .lines("documents")
                .folder(folder.resolve(name));
        inbox().empty();
        ImportRun run = log.latest(1).getFirst();
        assertThat(run.state()).isEqualTo(State.WAITING);
        return run.id();
    }

    private Inbox inbox() {
        ExchangeSettings settings =
                new ExchangeSettings(folder, null, 0.5, 0.5, 50, Duration.ofDays(90), DataSize.ofMegabytes(100));
        return new Inbox(database.imports(), log, settings, () -> now);
    }

    private List<String> names(String place) throws IOException {
        if (!Files.exists(folder.resolve(place))) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder.resolve(place))) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }
}
