package fr.opalconnect.document;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.vault.Vault;
import java.time.InstantSource;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets go of files that no document is of: their package was refused, or a newer file took their place.
@Configuration(proxyBeanMethods = false)
class DocumentSweep {
    @Bean
    RecurringTask<Void> sweepDocuments(
            ContentTable contents,
            Vault vault,
            TransactionTemplate transactions,
            DocumentSettings settings,
            InstantSource clock) {
        return Tasks.recurring("document.sweep", Schedules.daily(Texts.ZONE, LocalTime.of(2, 10)))
                .execute((instance, context) -> transactions.executeWithoutResult(
                        status -> contents.removeUnnamed(clock.instant().minus(settings.grace()))
                                .forEach(vault::release)));
    }
}
