package fr.opalconnect.herald;

import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is looked at by the clock. Those who tell stage jobs themselves, so they are asked for late.
@Configuration(proxyBeanMethods = false)
class HeraldSetup {
    static final TaskDescriptor<Void> ANNOUNCE = TaskDescriptor.of("herald.announce");

    private static final Logger LOG = LoggerFactory.getLogger(HeraldSetup.class);

    @Bean
    Task<Void> announceTask(ObjectProvider<AnnouncementNews> news) {
        return Tasks.oneTime(ANNOUNCE)
                .onFailure(new OnFailureRetryLater<>(Duration.ofSeconds(30)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    int told = news.getObject()
                            .tell(UUID.fromString(instance.getId().substring(0, 36)));
                    LOG.info("{} tenants told of an announcement", told);
                });
    }

    @Bean
    RecurringTask<Void> tellNewNotices(ObjectProvider<NoticeNews> news) {
        return Tasks.recurring("herald.notices", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> {
                    int told = news.getObject().tellNew();
                    if (told > 0) {
                        LOG.info("{} tenants told of a new rent notice", told);
                    }
                });
    }

    @Bean
    RecurringTask<Void> tellChangedPhones(ObjectProvider<PhoneNews> news) {
        return Tasks.recurring("herald.phones", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> {
                    int told = news.getObject().tell();
                    if (told > 0) {
                        LOG.info("{} tenants told that the ERP changed their telephone number", told);
                    }
                });
    }

    @Bean
    RecurringTask<Void> tellDueNotices(ObjectProvider<NoticeNews> news) {
        return Tasks.recurring("herald.due", Schedules.daily(Texts.ZONE, LocalTime.of(9, 0)))
                .execute((instance, context) -> {
                    int told = news.getObject().tellDue();
                    LOG.info("{} tenants told of what falls due", told);
                });
    }
}
