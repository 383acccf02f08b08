package fr.opalconnect.plan;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.Coming;
import fr.opalconnect.account.SpreadAccounts;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.payment.InstalmentPayments;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// How far plans are, and their end: once the last instalment is paid a plan is over, whoever looks or not.
@Component
class Course {
    private final PlanTable table;
    private final PlanSteps steps;
    private final SpreadAccounts accounts;
    private final InstalmentPayments payments;
    private final TransactionTemplate transactions;

    Course(
            PlanTable table,
            PlanSteps steps,
            SpreadAccounts accounts,
            InstalmentPayments payments,
            TransactionTemplate transactions) {
        this.table = table;
        this.steps = steps;
        this.accounts = accounts;
        this.payments = payments;
        this.transactions = transactions;
    }

    List<Progress.Shown> of(Plan plan) {
        return of(plan, Coming::isTaken);
    }

    /// @param pays which money on its way counts as paid
    List<Progress.Shown> of(Plan plan, Predicate<Coming> pays) {
        if (plan.state() == PlanState.COMPLETED) {
            return Progress.allPaid(plan); // what is owed since is no longer about it
        }
        AccountOverview account = accounts.overview(plan.lease());
        Money onItsWay =
                account.coming().stream().filter(pays).map(Coming::amount).reduce(Money.ZERO, Money::plus);
        return Progress.of(plan, account, onItsWay, payments.paid(plan.lease(), plan.instalmentIds()), steps.today());
    }

    /// Those of which the last instalment was paid since the last time, by card, by transfer, at the counter.
    ///
    /// @return how many
    int completePaid() {
        int completed = 0;
        for (UUID id : table.running()) {
            completed += Boolean.TRUE.equals(transactions.execute(status -> complete(id))) ? 1 : 0;
        }
        return completed;
    }

    /// In the transaction of whoever asks.
    boolean complete(UUID id) {
        Plan plan = table.lock(id);
        if (plan == null || plan.state() != PlanState.ACCEPTED || !Progress.isPaid(of(plan))) {
            return false;
        }
        steps.move(plan, PlanState.COMPLETED, PlanState.By.SYSTEM, "system", "", null);
        return true;
    }
}
