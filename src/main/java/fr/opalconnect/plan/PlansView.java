package fr.opalconnect.plan;

import fr.opalconnect.ui.Mistakes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The plans of their agencies that are open.
///
/// @param wrong whose form came back
record PlansView(
        List<PlanDesk.Shown> plans,
        @Nullable String done,
        @Nullable UUID wrong,
        Mistakes mistakes) {
    /// The key of what was just done; null when nothing was.
    @Nullable
    String said() {
        return switch (done) {
            case "accepte" -> "plan.desk.done.accepted";
            case "propose" -> "plan.desk.done.proposed";
            case "refuse" -> "plan.desk.done.refused";
            case "arrete" -> "plan.desk.done.ended";
            case "entretemps" -> "plan.desk.done.meanwhile";
            case null, default -> null;
        };
    }

    Mistakes mistakesOf(Plan plan) {
        return plan.id().equals(wrong) ? mistakes : Mistakes.NONE;
    }

    static boolean isToDecide(Plan plan) {
        return plan.state() == PlanState.REQUESTED || plan.state() == PlanState.PROPOSED;
    }
}
