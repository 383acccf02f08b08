package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Report.State;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import fr.opalconnect.vault.Trouble;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The imports, the latest first.
///
/// @param troubles how many files of the vault cannot be read
/// @param lost     the first of them
record ImportsView(List<ImportRun> runs, long troubles, List<Trouble> lost, Instant now) {
    /// Where this page hears that something changed.
    String live() {
        return live(now);
    }

    static String live(Instant now) {
        return ImportsPage.PATH + "/nouvelles?depuis=" + now.toEpochMilli();
    }

    String when(Texts t, @Nullable Instant at) {
        return when(t, at, now);
    }

    /// `5 h 12`, or `22 novembre, 5 h 12`
    static String when(Texts t, @Nullable Instant at, Instant now) {
        if (at == null) {
            return "–";
        }
        ZonedDateTime there = at.atZone(Texts.ZONE);
        LocalDate day = there.toLocalDate();
        return day.equals(now.atZone(Texts.ZONE).toLocalDate())
                ? t.say("exchange.today", t.time(there))
                : t.shortDay(day) + ", " + t.time(there);
    }

    static String number(Texts t, long number) {
        return NumberFormat.getIntegerInstance(t.locale()).format(number);
    }

    static String state(Texts t, ImportRun run) {
        if (run.state() == State.WAITING && run.confirmed() != null) {
            return t.say(run.confirmed() ? "exchange.state.confirmed" : "exchange.state.declined");
        }
        return t.say("exchange.state." + run.state().name().toLowerCase(Locale.ROOT));
    }

    static Tone tone(ImportRun run) {
        return switch (run.state()) {
            case APPLIED, UNCHANGED -> run.rejected() > 0 || run.message() != null ? Tone.WARN : Tone.GOOD;
            case RUNNING -> Tone.INFO;
            case WAITING -> run.asks() ? Tone.WARN : Tone.PLAIN;
            default -> Tone.BAD;
        };
    }

    /// What a running one is doing.
    static String doing(Texts t, ImportRun run) {
        if (run.step() == null) {
            return t.say("exchange.step.starting");
        }
        return t.say(
                "exchange.step." + run.step().key(),
                run.stepFile() == null ? "" : run.stepFile(),
                number(t, run.linesRead()));
    }
}
