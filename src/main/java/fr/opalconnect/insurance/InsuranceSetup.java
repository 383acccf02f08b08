package fr.opalconnect.insurance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the module does by the clock: in the morning, when nobody minds a text message.
@Configuration(proxyBeanMethods = false)
class InsuranceSetup {
    @Bean
    RecurringTask<Void> remindOfInsurance(ObjectProvider<Reminders> reminders) {
        return Tasks.recurring("insurance.remind", Schedules.daily(Texts.ZONE, LocalTime.of(10, 0)))
                .execute((instance, context) -> reminders.getObject().climb());
    }
}
