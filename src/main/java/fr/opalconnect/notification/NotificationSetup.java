package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// The jobs that send what was told.
@Configuration(proxyBeanMethods = false)
class NotificationSetup {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationSetup.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LISTED = Duration.ofDays(365);

    @Bean
    Task<Void> smsTask(SmsJob job) {
        return Tasks.custom(SmsJob.TASK)
                .onFailure(new OnFailureRetryLater<>(Duration.ofSeconds(10)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.run(UUID.fromString(instance.getId())));
    }

    /// @param job asked for late: it stages jobs itself
    @Bean
    Task<Void> dispatchTask(ObjectProvider<DispatchJob> job) {
        return Tasks.custom(DispatchJob.TASK)
                .onFailure(new OnFailureRetryLater<>(Duration.ofSeconds(10)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.getObject().run(UUID.fromString(instance.getId())));
    }

    @Bean
    Task<Void> mailTask(ObjectProvider<MailJob> job) {
        return Tasks.custom(MailJob.TASK)
                .onFailure(new OnFailureRetryLater<>(Duration.ofSeconds(10)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.getObject().run(UUID.fromString(instance.getId())));
    }

    @Bean
    Task<Void> pushTask(ObjectProvider<PushJob> job) {
        return Tasks.custom(PushJob.TASK)
                .onFailure(new OnFailureRetryLater<>(Duration.ofSeconds(10)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.getObject().run(UUID.fromString(instance.getId())));
    }

    @Bean
    RecurringTask<Void> sendTheDay(ObjectProvider<Evening> evening) {
        return Tasks.recurring("notification.evening", Schedules.daily(Texts.ZONE, LocalTime.of(18, 0)))
                .execute((instance, context) -> {
                    while (evening.getObject().some()) {
                        // until nobody is left
                    }
                });
    }

    @Bean
    RecurringTask<Void> watchTexts(SmsWatch watch) {
        return Tasks.recurring("notification.sms-watch", FixedDelay.of(SmsWatch.EVERY))
                .execute((instance, context) -> watch.look());
    }

    @Bean
    RecurringTask<Void> forgetDeliveries(
            DeliveryTable deliveries, ReceiptTable receipts, ToldTable told, InstantSource clock) {
        return Tasks.recurring("notification.retention", Schedules.daily(Texts.ZONE, LocalTime.of(3, 20)))
                .execute((instance, context) -> {
                    deliveries.forgetEndedBefore(clock.instant().minus(KEPT));
                    receipts.forgetReceivedBefore(clock.instant().minus(KEPT));
                    told.forgetBefore(clock.instant().minus(LISTED));
                });
    }

    @Bean
    @Profile("serve")
    ApplicationRunner sayWhenNoTextsGoOut(Notifications notifications) {
        return arguments -> {
            if (!notifications.canText()) {
                LOG.warn("No text messages can be sent: accounts are activated with codes from the counter only. "
                        + "Set opal.sms.gateways.");
            }
        };
    }
}
