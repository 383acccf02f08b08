package fr.opalconnect.plan;

import fr.opalconnect.conversation.Caseload;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.State;
import fr.opalconnect.conversation.Waiting;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.tenancy.Payers;
import fr.opalconnect.tenancy.Payers.Payer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The agency's side of plans: only of leases in the agencies of whoever asks. Each decision is told in the
/// conversation, in the same transaction.
@Component
class PlanDesk {
    private static final int MOST = 200;

    /// For how long what is paid is still shown.
    private static final Duration LATELY = Duration.ofDays(30);

    private final PlanTable table;
    private final PlanSteps steps;
    private final PlanWords words;
    private final Desk desk;
    private final Caseload caseload;
    private final Payers payers;

    PlanDesk(PlanTable table, PlanSteps steps, PlanWords words, Desk desk, Caseload caseload, Payers payers) {
        this.table = table;
        this.steps = steps;
        this.words = words;
        this.desk = desk;
        this.caseload = caseload;
        this.payers = payers;
    }

    /// A plan with who it is for.
    record Shown(Plan plan, String holders) {}

    List<Shown> open(SignedInStaff who) {
        List<Plan> all = table.open(MOST, steps.before(LATELY));
        Map<LeaseNumber, List<Payer>> theirs =
                payers.of(who, all.stream().map(Plan::lease).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(Payer::lease));
        return all.stream()
                .filter(plan -> theirs.containsKey(plan.lease()))
                .map(plan -> new Shown(
                        plan,
                        theirs.getOrDefault(plan.lease(), List.of()).stream()
                                .map(Payer::fullName)
                                .distinct()
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    @Transactional
    public Ending accept(SignedInStaff who, UUID id) {
        return decide(who, id, PlanState.ACCEPTED, plan -> say(who, plan, "plan.said.accepted", "", Waiting.NOBODY));
    }

    /// @param reason told to the tenant
    @Transactional
    public Ending refuse(SignedInStaff who, UUID id, String reason) {
        return decide(
                who,
                id,
                PlanState.REFUSED,
                reason,
                plan -> say(who, plan, "plan.said.refused", reason, Waiting.NOBODY));
    }

    /// Breaks an agreed plan off: what is left is due.
    @Transactional
    public Ending end(SignedInStaff who, UUID id, String reason) {
        return decide(
                who, id, PlanState.ENDED, reason, plan -> say(who, plan, "plan.said.ended", reason, Waiting.NOBODY));
    }

    /// Proposes other terms; the tenant is asked. The bounds are for tenants: the agency may go beyond them.
    @Transactional
    public Ending propose(SignedInStaff who, UUID id, int months, LocalDate first, String added) {
        Plan plan = find(who, id);
        if (plan == null) {
            return new Ending.NotFound();
        }
        if (months < 1
                || months > 60
                || first.isBefore(steps.today())
                || plan.debt().cents() < months) {
            return new Ending.OutOfBounds();
        }
        if (!plan.state().mayBecome(PlanState.PROPOSED, PlanState.By.STAFF)) {
            return new Ending.NotNow(plan.state());
        }
        steps.change(plan, new Terms(plan.debt(), months, first));
        return decide(
                who, id, PlanState.PROPOSED, changed -> say(who, changed, "plan.said.proposed", added, Waiting.TENANT));
    }

    private interface Telling {
        fr.opalconnect.conversation.Ending of(Plan plan);
    }

    private Ending decide(SignedInStaff who, UUID id, PlanState to, Telling telling) {
        return decide(who, id, to, "", telling);
    }

    private Ending decide(SignedInStaff who, UUID id, PlanState to, String reason, Telling telling) {
        Plan plan = find(who, id);
        if (plan == null) {
            return new Ending.NotFound();
        }
        if (plan.state() == to && to != PlanState.PROPOSED) {
            return new Ending.Done(id);
        }
        if (!plan.state().mayBecome(to, PlanState.By.STAFF)) {
            return new Ending.NotNow(plan.state());
        }
        steps.move(plan, to, PlanState.By.STAFF, who.actor(), who.name(), reason.isEmpty() ? null : reason);
        if (!(telling.of(plan) instanceof fr.opalconnect.conversation.Ending.Done)) {
            // The conversation was handed over to an agency that is not theirs.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Ending.NotFound();
        }
        if (to == PlanState.ACCEPTED || to == PlanState.REFUSED) {
            caseload.move(who, plan.conversation(), State.DONE, null);
        }
        return new Ending.Done(id);
    }

    private fr.opalconnect.conversation.Ending say(
            SignedInStaff who, Plan plan, String key, String added, Waiting next) {
        String terms = words.terms(plan.instalments().stream()
                .map(each -> new Terms.Part(each.dueOn(), each.amount()))
                .toList());
        return desk.answer(who, plan.conversation(), words.words(steps.key(), words.say(key, terms), added), next);
    }

    private @Nullable Plan find(SignedInStaff who, UUID id) {
        Plan plan = table.lock(id);
        return plan != null && !payers.existing(who, List.of(plan.lease())).isEmpty() ? plan : null;
    }
}
