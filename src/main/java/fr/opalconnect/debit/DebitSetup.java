package fr.opalconnect.debit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the module does by the clock, and its settings, checked before anything else. The jobs fetch what they need
/// when
/// they run: it stages jobs itself, and the scheduler is not there yet.
@Configuration(proxyBeanMethods = false)
class DebitSetup {
    private static final Duration SIGNINGS_KEPT = Duration.ofDays(1);

    @Bean
    DebitSettings debitSettings(DebitSettings.Written written) {
        return DebitSettings.of(written);
    }

    /// After the ERP's night, and again for a package that came late.
    @Bean
    RecurringTask<Void> proposeCollections(ObjectProvider<Proposals> proposals) {
        return Tasks.recurring("debit.propose", Schedules.daily(Texts.ZONE, LocalTime.of(6, 30), LocalTime.of(12, 30)))
                .execute((instance, context) -> proposals.getObject().propose());
    }

    @Bean
    RecurringTask<Void> lapseMandates(ObjectProvider<Mandates> mandates, SigningTable signings, InstantSource clock) {
        return Tasks.recurring("debit.lapse", Schedules.daily(Texts.ZONE, LocalTime.of(3, 50)))
                .execute((instance, context) -> {
                    mandates.getObject().lapse();
                    signings.forgetBegunBefore(clock.instant().minus(SIGNINGS_KEPT));
                });
    }
}
