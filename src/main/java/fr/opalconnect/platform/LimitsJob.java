package fr.opalconnect.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Forgets every night the limits that are full again: they say nothing any more.
@Configuration(proxyBeanMethods = false)
class LimitsJob {
    @Bean
    RecurringTask<Void> forgetFullLimits(JdbcClient jdbc, InstantSource clock) {
        return Tasks.recurring("platform.limits", Schedules.daily(Texts.ZONE, LocalTime.of(3, 10)))
                .execute((instance, context) -> jdbc.sql("DELETE FROM platform.rate_limit WHERE full_at < :now")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /// The scheduler's clock is the program's.
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(InstantSource clock) {
        return clock::instant;
    }
}
