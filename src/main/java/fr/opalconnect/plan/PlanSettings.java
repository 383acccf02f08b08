package fr.opalconnect.plan;

import fr.opalconnect.kernel.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `opal.plan.*`
///
/// @param leastDebt       what need not be spread, in cents
/// @param leastInstalment what an instalment is at least, in cents; the last one may be less
/// @param mostMonths      how long a plan may last
/// @param firstIn         days that lie at least between the request and the first instalment
/// @param dueDay          the day of the month on which instalments fall due
@ConfigurationProperties("opal.plan")
record PlanSettings(
        @DefaultValue("5000") long leastDebt,
        @DefaultValue("2000") long leastInstalment,
        @DefaultValue("24") int mostMonths,
        @DefaultValue("15") int firstIn,
        @DefaultValue("10") int dueDay) {
    PlanSettings {
        if (leastInstalment < 1 || mostMonths < 2 || dueDay < 1 || dueDay > 28) {
            throw new IllegalArgumentException(
                    "opal.plan.* needs an instalment of a cent, two months, and a day between 1 and 28");
        }
    }

    boolean isWorthwhile(Money debt) {
        return debt.cents() >= leastDebt && mostMonths(debt) >= 2;
    }

    /// How long a plan for this debt may last, so that no instalment is too small.
    int mostMonths(Money debt) {
        return (int) Math.min(mostMonths, debt.cents() / leastInstalment);
    }
}
