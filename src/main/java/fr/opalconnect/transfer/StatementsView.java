package fr.opalconnect.transfer;

import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The statements, the latest first, and what waits for somebody.
///
/// @param open    the first of them
/// @param waiting how many there are
/// @param outcome what became of the file just sent; null when none was
/// @param sample  where there is a statement to try; empty outside the demonstration
record StatementsView(
        List<StatementTable.Row> statements,
        StatementDesk.Shown open,
        int waiting,
        @Nullable Outcome outcome,
        Mistakes mistakes,
        String sample) {
    /// @param before nothing of it was new
    record Outcome(boolean before, int lines, int matched, int open, int known) {}

    static String query(Taken.Read read) {
        return read.statements() == 0
                ? "?deja"
                : "?lues=%d&affectees=%d&ouvertes=%d&connues=%d"
                        .formatted(read.lines(), read.matched(), read.open(), read.known());
    }

    /// What the address says of a file just read: counts, nothing else.
    static @Nullable Outcome outcome(Map<String, String> query) {
        if (query.containsKey("deja")) {
            return new Outcome(true, 0, 0, 0, 0);
        }
        return query.containsKey("lues")
                ? new Outcome(
                        false,
                        count(query.get("lues")),
                        count(query.get("affectees")),
                        count(query.get("ouvertes")),
                        count(query.get("connues")))
                : null;
    }

    private static int count(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }

    static String period(Texts t, StatementTable.Row row) {
        LocalDate from = row.from();
        LocalDate to = row.to();
        if (to == null) {
            return t.shortDay(row.takenAt().atZone(Texts.ZONE).toLocalDate());
        }
        return from == null || from.equals(to) ? t.shortDay(to) : t.shortDay(from) + " – " + t.shortDay(to);
    }

    static String sum(Texts t, StatementTable.Sum sum) {
        return sum.count() == 0 ? "–" : t.say("transfer.sum", sum.count(), t.money(sum.amount()));
    }

    static String state(Texts t, StatementDesk.Shown shown, Line line) {
        if (line.state() == LineState.MATCHED) {
            return t.say(shown.isPosted(line) ? "transfer.state.posted" : "transfer.state.matched");
        }
        if (line.takesBack() != null || line.takenBackBy() != null) {
            return t.say(line.takesBack() != null ? "transfer.desk.takes-back" : "transfer.desk.taken-back");
        }
        return line.state() == LineState.ASIDE && line.kind().isLeftAside()
                ? t.say(line.kind().textKey())
                : t.say(line.state().textKey());
    }

    static Tone tone(StatementDesk.Shown shown, Line line) {
        return switch (line.state()) {
            case OPEN -> Tone.WARN;
            case MATCHED -> shown.isPosted(line) ? Tone.GOOD : Tone.INFO;
            case ASIDE -> Tone.PLAIN;
        };
    }

    static String clues(Texts t, Line line) {
        return line.clues().stream().map(clue -> t.say(clue.textKey())).collect(Collectors.joining(", "));
    }

    /// What was written with it, cut for a table.
    static String words(Line line) {
        String all = (line.reference() == null ? "" : line.reference() + " ") + line.words();
        return all.length() > 140 ? all.substring(0, 139) + "…" : all.strip();
    }

    static String path(Line line) {
        return path(line.id());
    }

    static String path(UUID line) {
        return LinePage.PATH + line;
    }
}
