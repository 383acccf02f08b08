package fr.opalconnect.plan;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// How far the instalments of a plan are, told from the rent account. The current rent comes first: what is paid beside
/// it, and what was paid for an instalment by name, settles the plan, the oldest instalment first.
final class Progress {
    enum State {
        PAID,
        LATE,
        /// The first that is not paid.
        NEXT,
        TO_COME
    }

    record Shown(Plan.Instalment instalment, State state) {}

    private Progress() {}

    /// @param onItsWay paid, while the ERP has no entry of it yet
    /// @param byName   instalments that were paid as such
    static List<Shown> of(Plan plan, AccountOverview account, Money onItsWay, Set<UUID> byName, LocalDate today) {
        Money left = overdue(plan, account, today).minus(onItsWay);
        Money covered = plan.debt().minus(left.isNegative() ? Money.ZERO : left);
        for (Plan.Instalment each : plan.instalments()) {
            covered = byName.contains(each.id()) ? covered.minus(each.amount()) : covered;
        }
        List<Shown> shown = new ArrayList<>();
        boolean next = true;
        for (Plan.Instalment each : plan.instalments()) {
            boolean named = byName.contains(each.id());
            boolean paid = named || covered.compareTo(each.amount()) >= 0;
            if (paid && !named) {
                covered = covered.minus(each.amount());
            }
            State state =
                    paid ? State.PAID : each.dueOn().isBefore(today) ? State.LATE : next ? State.NEXT : State.TO_COME;
            covered = paid ? covered : Money.ZERO;
            next = next && state != State.NEXT;
            shown.add(new Shown(each, state));
        }
        return shown;
    }

    static List<Shown> allPaid(Plan plan) {
        return plan.instalments().stream()
                .map(each -> new Shown(each, State.PAID))
                .toList();
    }

    static boolean isPaid(List<Shown> progress) {
        return progress.stream().allMatch(each -> each.state() == State.PAID);
    }

    /// All that is owed but the notices that have come since and are not due yet.
    private static Money overdue(Plan plan, AccountOverview account, LocalDate today) {
        Money left = account.balance();
        for (var notice : account.notices()) {
            boolean since = notice.issuedOn().isAfter(plan.basedOn());
            if (since && !notice.dueOn().isBefore(today) && notice.monthTotal().isPositive()) {
                left = left.minus(notice.monthTotal());
            }
        }
        return left;
    }
}
