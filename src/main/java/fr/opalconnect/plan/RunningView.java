package fr.opalconnect.plan;

import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A plan that was asked for, or runs.
///
/// @param done what was just done
record RunningView(
        Plan plan, List<Progress.Shown> progress, @Nullable String done) {
    /// Agreed: its instalments have states.
    boolean runs() {
        return plan.state() == PlanState.ACCEPTED || plan.state() == PlanState.COMPLETED;
    }

    /// Also in the minutes before that is written down.
    PlanState state() {
        return runs() && Progress.isPaid(progress) ? PlanState.COMPLETED : plan.state();
    }

    boolean isPaid() {
        return state() == PlanState.COMPLETED;
    }

    boolean asksTenant() {
        return plan.state() == PlanState.PROPOSED;
    }

    /// The key of what was just done; null when nothing was.
    @Nullable
    String said() {
        return switch (done) {
            case "envoye" -> "plan.done.sent";
            case "accord" -> "plan.done.agreed";
            case null, default -> null;
        };
    }

    String state(Texts t, Progress.Shown shown) {
        return t.say("plan.instalment."
                + shown.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Tone tone(Progress.Shown shown) {
        return switch (shown.state()) {
            case PAID -> Tone.GOOD;
            case LATE -> Tone.WARN;
            case NEXT -> Tone.INFO;
            case TO_COME -> Tone.PLAIN;
        };
    }

    static Tone tone(PlanState state) {
        return switch (state) {
            case REQUESTED -> Tone.INFO;
            case PROPOSED -> Tone.WARN;
            case ACCEPTED, COMPLETED -> Tone.GOOD;
            case REFUSED, WITHDRAWN, ENDED -> Tone.PLAIN;
        };
    }

    /// Where an instalment is paid.
    static String payPath(Plan.Instalment instalment) {
        return "/payer?montant=" + instalment.amount().cents() + "&echeance=" + instalment.id();
    }
}
