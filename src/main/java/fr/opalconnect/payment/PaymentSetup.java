package fr.opalconnect.payment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What goes on by itself, on one node at a time.
@Configuration(proxyBeanMethods = false)
class PaymentSetup {
    private static final Duration KEPT = Duration.ofDays(30);

    /// Messages are settled as they come. This is for those that a node took and did not live to settle, and for the
    /// payments that the provider is to be asked about.
    @Bean
    RecurringTask<Void> sweepPayments(Notices notices, Asking asking) {
        return Tasks.recurring("payment.sweep", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> {
                    notices.drain();
                    asking.sweep();
                });
    }

    @Bean
    RecurringTask<Void> forgetForeignMessages(ProviderMessageTable messages, InstantSource clock) {
        return Tasks.recurring("payment.retention", Schedules.daily(Texts.ZONE, LocalTime.of(3, 30)))
                .execute((instance, context) ->
                        messages.forgetForeign(clock.instant().minus(KEPT)));
    }
}
