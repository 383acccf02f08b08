package fr.opalconnect.office;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Forgets who was at which conversation, and drafts that nobody came back to.
@Configuration(proxyBeanMethods = false)
class AttendanceJob {
    @Bean
    RecurringTask<Void> forgetAttendance(AttendanceTable table, InstantSource clock) {
        return Tasks.recurring("office.attendance", Schedules.daily(Texts.ZONE, LocalTime.of(3, 40)))
                .execute((instance, context) ->
                        table.forgetSeenBefore(clock.instant().minus(Attendance.KEPT)));
    }
}
