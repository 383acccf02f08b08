package fr.opalconnect.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the module does by the clock.
@Configuration(proxyBeanMethods = false)
class AccessSetup {
    /// What was typed is kept for a day, so that somebody who calls can be helped.
    private static final Duration CLAIMS_KEPT = Duration.ofDays(1);

    /// Those of tenants that exist: the agency's desk says why they failed.
    private static final Duration TENANTS_CLAIMS_KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetClaimsAndSessions(
            ActivationTable claims,
            Sessions sessions,
            StaffSessionTable staffSessions,
            StaffInvitationTable invitations,
            CounterCodeTable counter,
            OidcAttemptTable attempts,
            DeviceTable devices,
            InstantSource clock) {
        return Tasks.recurring("access.retention", Schedules.daily(Texts.ZONE, LocalTime.of(3, 30)))
                .execute((instance, context) -> {
                    claims.forgetStartedBefore(
                            clock.instant().minus(CLAIMS_KEPT), clock.instant().minus(TENANTS_CLAIMS_KEPT));
                    counter.forgetExpired(clock.instant().minus(TENANTS_CLAIMS_KEPT));
                    sessions.forgetEnded();
                    staffSessions.forgetEnded(clock.instant());
                    invitations.forgetExpired(clock.instant());
                    attempts.forgetExpired(clock.instant());
                    devices.forgetLastSeenBefore(clock.instant().minus(BrowserTokens.MARK_KEPT));
                });
    }

    @Bean
    RecurringTask<Void> watchCodes(CodeWatch watch) {
        return Tasks.recurring("access.code-watch", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> watch.look());
    }

    @Bean
    RecurringTask<Void> countActivated(ActivatedShare share) {
        return Tasks.recurring("access.share", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> share.keep());
    }
}
