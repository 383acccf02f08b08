package fr.opalconnect.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Forgets every night the looks that are older than the landlord keeps them (`opal.looks.kept`).
@Configuration(proxyBeanMethods = false)
class LooksJob {
    @Bean
    RecurringTask<Void> forgetOldLooks(
            Looks looks, InstantSource clock, @Value("${opal.looks.kept:365d}") Duration kept) {
        return Tasks.recurring("platform.looks", Schedules.daily(Texts.ZONE, LocalTime.of(3, 15)))
                .execute((instance, context) ->
                        looks.forgetBefore(clock.instant().minus(kept)));
    }
}
