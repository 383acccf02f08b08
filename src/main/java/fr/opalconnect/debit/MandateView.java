package fr.opalconnect.debit;

import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a tenant sees of automatic debit.
///
/// @param mandate the one that lives, else the last one they signed; null when there is none
/// @param own     whether they signed it, and may change it
/// @param debits  its collections, the latest first
/// @param steps   what happened to it, the latest first
/// @param note    the key of what was just done, or null
/// @param stand   whether they can sign one
record MandateView(
        @Nullable Mandate mandate,
        boolean own,
        List<DirectDebit> debits,
        List<Step> steps,
        LocalDate today,
        @Nullable String note,
        Doorstep.Stand stand) {
    /// @param detail the bank's code when it was stopped
    record Step(MandateState.Act act, Instant at, @Nullable String detail) {
        String textKey() {
            return "debit.step." + act.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    boolean lives() {
        return mandate != null && mandate.state().lives();
    }

    boolean isStopped() {
        return mandate != null && mandate.state() == MandateState.STOPPED;
    }

    boolean isSuspended() {
        return mandate != null && mandate.state() == MandateState.SUSPENDED;
    }

    /// The reason of the last collection that came back, while the bank does not debit.
    @Nullable
    ReturnReason stoppedBy() {
        String code = !isStopped() || steps.isEmpty() ? null : steps.getFirst().detail();
        return code == null ? null : new ReturnReason(code);
    }

    /// Those that are still to leave, the earliest first.
    List<DirectDebit> coming() {
        return debits.stream()
                .filter(debit -> debit.state() == DebitState.ANNOUNCED
                        || (debit.state() == DebitState.SENT && debit.dueOn().isAfter(today)))
                .toList()
                .reversed();
    }

    List<DirectDebit> past() {
        List<DirectDebit> coming = coming();
        return debits.stream().filter(debit -> !coming.contains(debit)).toList();
    }

    static Tone tone(MandateState state) {
        return switch (state) {
            case ACTIVE -> Tone.GOOD;
            case SUSPENDED -> Tone.WARN;
            case STOPPED -> Tone.BAD;
            case ENDED, LAPSED -> Tone.PLAIN;
        };
    }

    static String textKey(MandateState state) {
        return "debit.state." + state.name().toLowerCase(Locale.ROOT);
    }

    List<Fact> facts(Texts t, Mandate shown) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t.say("debit.wording.iban"), shown.accountOn(today).masked()));
        if (shown.newest().usedFrom().isAfter(today)) {
            facts.add(new Fact(
                    t.say("debit.account.from", t.day(shown.newest().usedFrom())),
                    shown.newest().masked()));
        }
        facts.add(new Fact(t.say("debit.wording.holder"), shown.newest().holder()));
        facts.add(new Fact(t.say("debit.wording.day"), t.say("debit.wording.day.of", shown.day())));
        facts.add(new Fact(t.say("debit.wording.rum"), shown.rum()));
        facts.add(new Fact(
                t.say("debit.signed-on"),
                t.longDay(shown.signedAt().atZone(Texts.ZONE).toLocalDate())));
        return facts;
    }

    /// What became of a collection, in a word or two.
    static String fate(Texts t, DirectDebit debit, LocalDate today) {
        return switch (debit.state()) {
            case ANNOUNCED -> t.say("debit.fate.announced");
            case LEFT_OUT -> t.say(leftOut(debit).textKey());
            case SENT -> t.say(debit.dueOn().isAfter(today) ? "debit.fate.sent" : "debit.fate.collected");
            case RETURNED -> t.say(reason(debit).textKey());
        };
    }

    static ReturnReason reason(DirectDebit debit) {
        return new ReturnReason(debit.detail() == null ? "" : debit.detail());
    }

    private static LeftOut leftOut(DirectDebit debit) {
        String why = debit.detail() == null ? "" : debit.detail().replaceFirst(":.*", "");
        return why.isEmpty() ? LeftOut.OFFICE : LeftOut.valueOf(why);
    }

    static LocalDate day(Instant at) {
        return at.atZone(Texts.ZONE).toLocalDate();
    }
}
