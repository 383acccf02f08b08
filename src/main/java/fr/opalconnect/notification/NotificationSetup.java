package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.notification.sms.OvhSms;
import fr.opalconnect.notification.sms.SandboxSms;
import fr.opalconnect.notification.sms.SmsGateway;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/// The gateway that the settings name, and the jobs that use it.
@Configuration(proxyBeanMethods = false)
class NotificationSetup {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationSetup.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LISTED = Duration.ofDays(365);

    @Bean
    @ConditionalOnProperty(name = "opal.sms.gateway", havingValue = "sandbox")
    SmsGateway sandboxSms(SmsSettings settings, SandboxMessages screen) {
        return new SandboxSms(screen, settings.sandboxRefused(), settings.sandboxDelay());
    }

    @Bean
    @ConditionalOnProperty(name = "opal.sms.gateway", havingValue = "ovh")
    SmsGateway ovhSms(SmsSettings settings, Brand brand, InstantSource clock) {
        SmsSettings.Ovh ovh = settings.ovh();
        if (ovh == null) {
            throw new IllegalStateException("opal.sms.gateway=ovh needs opal.sms.ovh.service, application-key, "
                    + "application-secret and consumer-key");
        }
        return new OvhSms(
                new OvhSms.Account(
                        ovh.endpoint(),
                        ovh.service(),
                        brand.sender(),
                        ovh.applicationKey(),
                        ovh.applicationSecret(),
                        ovh.consumerKey()),
                clock);
    }

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
    RecurringTask<Void> forgetDeliveries(DeliveryTable deliveries, ToldTable told, InstantSource clock) {
        return Tasks.recurring("notification.retention", Schedules.daily(Texts.ZONE, LocalTime.of(3, 20)))
                .execute((instance, context) -> {
                    deliveries.forgetEndedBefore(clock.instant().minus(KEPT));
                    told.forgetBefore(clock.instant().minus(LISTED));
                });
    }

    @Bean
    @Profile("serve")
    ApplicationRunner sayWhenNoTextsGoOut(Notifications notifications) {
        return arguments -> {
            if (!notifications.canText()) {
                LOG.warn("No text messages can be sent: accounts are activated with codes from the counter only. "
                        + "Set opal.sms.gateway.");
            }
        };
    }
}
