package fr.opalconnect.plan;

import fr.opalconnect.account.AgreedPlans;
import fr.opalconnect.account.Coming;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Plans that were agreed and are not paid, for whoever tells tenants what falls due: nobody is to be pressed for the
/// whole of a debt that is paid month by month.
@Component
public class RunningPlans implements AgreedPlans {
    /// @param left what its instalments still ask for, those of later months too
    /// @param next the first that is not paid and not late; null when there is none
    public record Running(
            LeaseNumber lease, Money left, @Nullable Next next) {}

    /// @param instalment its key
    public record Next(UUID instalment, LocalDate dueOn, Money amount) {}

    private final PlanTable table;
    private final Course course;
    private final Spreading spreading;

    RunningPlans(PlanTable table, Course course, Spreading spreading) {
        this.table = table;
        this.course = course;
        this.spreading = spreading;
    }

    /// Of all leases: a few round trips for each, for a job that looks once a day.
    public List<Running> all() {
        return table.running().stream()
                .map(table::find)
                .filter(Objects::nonNull)
                .map(this::running)
                .toList();
    }

    @Override
    public @Nullable Instalment next(LeaseNumber lease) {
        Plan plan = table.latest(lease);
        Next next = plan == null || plan.state() != PlanState.ACCEPTED
                ? null
                : running(plan).next();
        return next == null ? null : new Instalment(next.dueOn(), next.amount());
    }

    @Override
    public boolean runs(LeaseNumber lease) {
        return spreading.includes(lease);
    }

    private Running running(Plan plan) {
        Money left = Money.ZERO;
        Next next = null;
        for (Progress.Shown each : course.of(plan, RunningPlans::pays)) {
            Plan.Instalment instalment = each.instalment();
            if (each.state() != Progress.State.PAID) {
                left = left.plus(instalment.amount());
            }
            if (each.state() == Progress.State.NEXT) {
                next = new Next(instalment.id(), instalment.dueOn(), instalment.amount());
            }
        }
        return new Running(plan.lease(), left, next);
    }

    /// A debit pays the rent of a month, which is beside a plan; whatever else was begun is not asked for again.
    private static boolean pays(Coming money) {
        return switch (money.state()) {
            case TAKEN -> true;
            case RUNNING -> money.method() != Coming.Method.DIRECT_DEBIT;
            case ANNOUNCED, TAKEN_BACK -> false;
        };
    }
}
