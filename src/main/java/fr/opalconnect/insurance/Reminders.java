package fr.opalconnect.insurance;

import fr.opalconnect.insurance.ReminderTable.Running;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The ladder: who is reminded that a certificate ends, and when. No rung is climbed twice; where the job did not run
/// for
/// some days, the last rung that was reached is the one that counts.
@Component
class Reminders {
    /// Days after the last rung; what ended longer ago is the office's to ask for.
    private static final int FORGOTTEN = 30;

    private final ReminderTable table;
    private final Told told;
    private final InsuranceSettings settings;
    private final TransactionTemplate transactions;
    private final Covers covers;
    private final InstantSource clock;

    Reminders(
            ReminderTable table,
            Told told,
            InsuranceSettings settings,
            TransactionTemplate transactions,
            Covers covers,
            InstantSource clock) {
        this.table = table;
        this.told = told;
        this.settings = settings;
        this.transactions = transactions;
        this.covers = covers;
        this.clock = clock;
    }

    /// @return how many certificates were reminded of
    int climb() {
        LocalDate today = covers.today();
        LocalDate oldest =
                today.plusDays(Math.min(0, settings.remind().getLast())).minusDays(FORGOTTEN);
        int reminded = 0;
        for (Running running : table.endingBetween(oldest, today.plusDays(settings.soon()))) {
            boolean done = Boolean.TRUE.equals(transactions.execute(status -> remind(running, today)));
            reminded += done ? 1 : 0;
        }
        return reminded;
    }

    private boolean remind(Running running, LocalDate today) {
        int rung = settings.remind().stream()
                .filter(days -> !running.until().minusDays(days).isAfter(today))
                .mapToInt(Integer::intValue)
                .min()
                .orElseThrow();
        boolean first = table.add(running.certificate(), rung, clock.instant());
        if (first) {
            table.texts(running.certificate(), rung, told.remind(running, rung, today));
        }
        return first;
    }
}
