package fr.opalconnect.exchange;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Writes the package for the ERP every evening, before the ERP's own night begins; on one node, because the job is one
/// row.
@Configuration(proxyBeanMethods = false)
class ExportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ExportJob.class);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    @Bean
    RecurringTask<Void> writeExport(Exports exports, ExchangeSettings settings) {
        return Tasks.recurring("exchange.export", Schedules.daily(Texts.ZONE, EVENING))
                .execute((instance, context) -> {
                    if (settings.outbox() != null) {
                        exports.write(settings.outbox())
                                .forEach(written -> LOG.info(
                                        "package {} for the ERP: {} lines", written.number(), written.lines()));
                    }
                });
    }
}
