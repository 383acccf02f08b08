package fr.opalconnect.attachment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Throws away what was sent with a message that never was.
@Configuration(proxyBeanMethods = false)
class SweepJob {
    @Bean
    RecurringTask<Void> sweepAttachments(Attachments attachments) {
        return Tasks.recurring("attachment.sweep", FixedDelay.ofHours(1))
                .execute((instance, context) -> attachments.sweep());
    }
}
