package fr.opalconnect.command;

import fr.opalconnect.exchange.Reject;
import fr.opalconnect.exchange.Report;
import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.kernel.FrenchDays;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A report as a table, for the people who make the export: in French, like the columns it speaks of.
final class ReportPrint {
    private static final DateTimeFormatter WHEN =
            FrenchDays.with(" MMMM uuuu 'à' H:mm").withZone(ZoneId.of("Europe/Paris"));
    private static final String ROW = "%-14s %12s %9s %12s %12s %12s%n";
    private static final String WRITTEN = "%-16s %12s%n";
    /// As many as a screen can bear; all that are kept are in the table exchange.import_reject.
    private static final int SHOWN = 200;

    private ReportPrint() {}

    static void print(PrintStream out, Report report) {
        out.println(headline(report));
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
        report.notices().forEach(notice -> out.println("Note : " + notice));
        rejects(out, report.rejects(), report.rejected());
        // What refuses the whole package stands among the rejects already, with the file that it is about.
        boolean said =
                report.rejects().stream().anyMatch(reject -> reject.reason().equals(report.message()));
        if (report.message() != null && !said) {
            out.println();
            out.println(report.message());
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
                ? "Paquet"
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
                    case CHECKED -> report.isFaultless() ? "sans défaut" : "des défauts";
                };
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
        return reject.file() + (reject.line() == null ? "" : " ligne " + reject.line()) + column + value + " : "
                + reject.reason();
    }

    private static void rejects(PrintStream out, List<Reject> rejects, long lines) {
        if (rejects.isEmpty()) {
            return;
        }
        out.println();
        for (Reject reject : rejects.subList(0, Math.min(SHOWN, rejects.size()))) {
            out.println(sentence(reject));
        }
        if (rejects.size() > SHOWN) {
            out.println("… et d’autres encore : " + number(lines) + " lignes rejetées en tout.");
        }
    }

    private static String number(long value) {
        return Objects.requireNonNull(String.format(Locale.FRENCH, "%,d", value))
                .replace('\u202f', ' ');
    }
}
