package fr.opalconnect.exchange;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Looks into the inbox every minute; on one node at a time, because the job is one row.
@Configuration(proxyBeanMethods = false)
class InboxJob {
    @Bean
    RecurringTask<Void> emptyInbox(Inbox inbox) {
        return Tasks.recurring("exchange.inbox", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    try {
                        inbox.empty();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
