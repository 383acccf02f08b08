package fr.opalconnect.plan;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ends by the clock what is paid.
@Configuration(proxyBeanMethods = false)
class PlanJob {
    @Bean
    RecurringTask<Void> completePaidPlans(ObjectProvider<Course> course) {
        return Tasks.recurring("plan.complete", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> course.getObject().completePaid());
    }
}
