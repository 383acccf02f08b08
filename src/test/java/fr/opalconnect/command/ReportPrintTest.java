package fr.opalconnect.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.exchange.Reject;
import fr.opalconnect.exchange.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the people who make the export read on the terminal.
class ReportPrintTest {
    private static final String WHY = "il manque : numero_bail";

    @Test
    void a_refusal_says_its_reason_once() {
        Reject reject = new Reject("baux.csv", null, null, null, WHY);
        assertThat(printed(report(Report.State.REFUSED, List.of(reject), WHY))).containsOnlyOnce(WHY);
    }

    @Test
    void a_reason_that_no_line_gives_is_said() {
        assertThat(printed(report(Report.State.WAITING, List.of(), "locataires.csv : sur 10 lignes en place …")))
                .contains("sur 10 lignes en place");
    }

    @Test
    void every_fault_is_said() {
        List<Reject> rejects = IntStream.range(2, 400)
                .mapToObj(line -> new Reject("baux.csv", line, "terme", "x", "faux"))
                .toList();
        assertThat(printed(report(Report.State.CHECKED, rejects, null)))
                .contains("baux.csv ligne 399, terme « x » : faux")
                .doesNotContain("seuls les");
    }

    @Test
    void where_a_file_has_too_many_to_say_that_is_said() {
        List<Reject> rejects = IntStream.range(2, Report.FAULTS_OF_A_FILE + 2)
                .mapToObj(line -> new Reject("baux.csv", line, "terme", "x", "faux"))
                .toList();
        assertThat(printed(report(Report.State.CHECKED, rejects, null)))
                .containsOnlyOnce("baux.csv : seuls les 5 000 premiers défauts sont écrits ici");
    }

    @Test
    void a_value_tells_the_terminal_nothing() {
        Reject reject = new Reject("baux.csv", 2, "terme", "\u001b[2J\u009b", "faux");
        assertThat(printed(report(Report.State.CHECKED, List.of(reject), null)))
                .contains("« \\u001b[2J\\u009b »")
                .doesNotContain("\u001b");
    }

    @Test
    void what_is_right_and_would_be_stopped_is_not_called_flawless() {
        assertThat(printed(report(Report.State.CHECKED, List.of(), "un import le refuserait : …")))
                .contains("sans défaut, mais un import ne le prendrait pas ainsi");
    }

    @Test
    void the_first_of_a_month_is_written_as_in_french() {
        assertThat(printed(report(Report.State.APPLIED, List.of(), null))).contains("du 1er décembre 2026 à 5:12");
    }

    @Test
    void what_was_written_is_told_in_the_language_of_the_reports() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReportPrint.written(new PrintStream(bytes, true, StandardCharsets.UTF_8), Map.of("ecritures", 81_234L));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly("fichier|lignes", "ecritures.csv|81 234", "en tout|81 234");
    }

    private static Report report(Report.State state, List<Reject> rejects, @Nullable String message) {
        return new Report(
                1L,
                state,
                "nuit",
                Instant.parse("2026-12-01T04:12:00Z"),
                "full",
                Map.of(),
                rejects,
                List.of(),
                message);
    }

    private static String printed(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReportPrint.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), report);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
