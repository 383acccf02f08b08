package fr.opalconnect.conversation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Closes by the clock what was announced to close.
@Configuration(proxyBeanMethods = false)
class ClosingJob {
    @Bean
    RecurringTask<Void> closeConversations(Closing closing) {
        return Tasks.recurring("conversation.closing", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> closing.closeDue());
    }
}
