package fr.opalconnect.plan;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes down how a plan goes, in the transaction of whoever decides. Nothing else changes a state.
@Component
class PlanSteps {
    private final PlanTable table;
    private final Spreading spreading;
    private final Audit audit;
    private final InstantSource clock;

    PlanSteps(PlanTable table, Spreading spreading, Audit audit, InstantSource clock) {
        this.table = table;
        this.spreading = spreading;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atZone(Texts.ZONE).toLocalDate();
    }

    Instant before(Duration ago) {
        return clock.instant().minus(ago);
    }

    /// For words that nobody types: each is said once.
    UUID key() {
        return Ids.next(clock);
    }

    Plan begin(SignedInTenant who, Terms terms, UUID conversation) {
        Instant now = clock.instant();
        Plan plan = new Plan(
                Ids.next(clock),
                who.lease(),
                who.number(),
                conversation,
                PlanState.REQUESTED,
                terms.debt(),
                today(),
                now,
                null,
                instalments(terms));
        table.add(plan);
        String actor = "tenant:" + who.number().value();
        table.append(new PlanTable.Step(Ids.next(clock), plan.id(), now, null, PlanState.REQUESTED, actor, "", null));
        audit.note(actor, "plan requested", plan.id().toString());
        return plan;
    }

    /// The same plan with other terms.
    void change(Plan plan, Terms terms) {
        table.change(new Plan(
                plan.id(),
                plan.lease(),
                plan.tenant(),
                plan.conversation(),
                plan.state(),
                terms.debt(),
                plan.basedOn(),
                plan.requestedAt(),
                plan.agreedAt(),
                instalments(terms)));
    }

    void move(Plan plan, PlanState to, PlanState.By by, String actor, String name, @Nullable String reason) {
        if (!plan.state().mayBecome(to, by)) {
            throw new IllegalStateException("no way from " + plan.state() + " to " + to);
        }
        table.become(
                new PlanTable.Step(Ids.next(clock), plan.id(), clock.instant(), plan.state(), to, actor, name, reason));
        spreading.forget();
        audit.note(
                actor,
                "plan " + to.name().toLowerCase(java.util.Locale.ROOT),
                plan.id().toString());
    }

    private List<Plan.Instalment> instalments(Terms terms) {
        List<Terms.Part> parts = terms.parts();
        return IntStream.range(0, parts.size())
                .mapToObj(place -> new Plan.Instalment(
                        Ids.next(clock),
                        place + 1,
                        parts.get(place).dueOn(),
                        parts.get(place).amount()))
                .toList();
    }
}
