package fr.opalconnect.home;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Forgets old reports every night.
@Configuration(proxyBeanMethods = false)
class BarriersJob {
    @Bean
    RecurringTask<Void> forgetBarriers(Barriers barriers) {
        return Tasks.recurring("home.retention", Schedules.daily(Texts.ZONE, LocalTime.of(3, 40)))
                .execute((instance, context) -> barriers.forgetOld());
    }
}
