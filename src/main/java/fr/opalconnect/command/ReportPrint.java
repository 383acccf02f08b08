package fr.opalconnect.command;

import fr.opalconnect.exchange.Reject;
import fr.opalconnect.exchange.Report;
import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.kernel.FrenchDays;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// A report as a table, for the people who make the export: in French, like the columns it speaks of.
final class ReportPrint {
    private static final DateTimeFormatter WHEN =
            FrenchDays.with(" MMMM uuuu 'à' H:mm").withZone(ZoneId.of("Europe/Paris"));
    private static final String ROW = "%-14s %12s %9s %12s %12s %12s%n";
    private static final String WRITTEN = "%-16s %12s%n";
    /// Not for a terminal: the first of them tells it to do something.
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}|[\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

    private ReportPrint() {}

    static void print(PrintStream out, Report report) {
        out.println(plain(headline(report)));
        if (!report.counts().isEmpty()) {
            boolean checked = report.state() == Report.State.CHECKED;
            out.println();
            out.printf(
                    ROW,
                    "fichier",
                    "lignes",
                    "rejetées",
                    checked ? "" : "ajoutées",
                    checked ? "" : "changées",
                    checked ? "" : "fermées");
            report.counts().forEach((file, counts) -> row(out, file, counts, checked));
        }
        report.notices().forEach(notice -> out.println(plain("Note : " + notice)));
        rejects(out, report.rejects());
        // What refuses the whole package stands among the rejects already, with the file that it is about.
        boolean said =
                report.rejects().stream().anyMatch(reject -> reject.reason().equals(report.message()));
        if (report.message() != null && !said) {
            out.println();
            out.println(plain(String.valueOf(report.message())));
        }
    }

    /// What a package holds that was just written.
    ///
    /// @param lines of each file, by its name without the ending
    static void written(PrintStream out, Map<String, Long> lines) {
        out.printf(WRITTEN, "fichier", "lignes");
        lines.forEach((file, count) -> out.printf(WRITTEN, file + ".csv", number(count)));
        long sum = lines.values().stream().mapToLong(Long::longValue).sum();
        out.printf(WRITTEN, "en tout", number(sum));
    }

    private static String headline(Report report) {
        String name = report.created() == null
                ? "Paquet « " + report.packageName() + " »"
                : "Paquet « " + report.packageName() + " » du " + WHEN.format(report.created()) + " ("
                        + ("full".equals(report.mode()) ? "complet" : "différences") + ")";
        String run = report.run() == null ? "" : ", import n° " + report.run();
        return name + run + " : "
                + switch (report.state()) {
                    case APPLIED -> report.rejected() == 0 ? "appliqué" : "appliqué, avec des lignes rejetées";
                    case UNCHANGED -> "rien de nouveau depuis le dernier import";
                    case REFUSED -> "refusé, rien n’en a été pris";
                    case WAITING -> "en attente de confirmation, rien n’en a été pris";
                    case FAILED -> "échoué, rien n’en a été pris";
                    case RUNNING -> "en cours";
                    case BUSY -> "pas encore regardé";
                    case CHECKED -> checked(report);
                };
    }

    private static String checked(Report report) {
        if (report.isFaultless()) {
            return "sans défaut";
        }
        return report.rejects().isEmpty() ? "sans défaut, mais un import ne le prendrait pas ainsi" : "des défauts";
    }

    private static void row(PrintStream out, String file, Counts counts, boolean checked) {
        out.printf(
                ROW,
                file + ".csv",
                number(counts.read()),
                number(counts.rejected()),
                checked ? "" : number(counts.added()),
                checked ? "" : number(counts.changed()),
                checked ? "" : number(counts.closed()));
    }

    static String sentence(Reject reject) {
        String column = reject.column() == null ? "" : ", " + reject.column();
        String value = reject.value() == null ? "" : " « " + reject.value().replaceAll("\\R", " ") + " »";
        return plain(reject.file() + (reject.line() == null ? "" : " ligne " + reject.line()) + column + value + " : "
                + reject.reason());
    }

    /// All that are told; of a file with very many, what is left out is said too.
    private static void rejects(PrintStream out, List<Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        out.println();
        Map<String, Integer> told = new LinkedHashMap<>();
        for (Reject reject : rejects) {
            out.println(sentence(reject));
            told.merge(reject.file(), 1, Integer::sum);
        }
        told.forEach((file, count) -> {
            if (count >= Report.FAULTS_OF_A_FILE) {
                out.println(plain(file) + " : seuls les " + number(count)
                        + " premiers défauts sont écrits ici ; le tableau compte toutes les lignes rejetées.");
            }
        });
    }

    /// What somebody else wrote, so that a terminal only shows it.
    private static String plain(String text) {
        return CONTROL.matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }

    private static String number(long value) {
        return Objects.requireNonNull(String.format(Locale.FRENCH, "%,d", value))
                .replace('\u202f', ' ');
    }
}
