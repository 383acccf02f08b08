package fr.opalconnect.vault;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is done about the vault at night.
@Configuration(proxyBeanMethods = false)
class VaultJob {
    /// Every night: sweeps and reports, and goes on with what a change of keys has left.
    @Bean
    RecurringTask<Void> keepVault(Inventory inventory, Rotation rotation) {
        return Tasks.recurring("vault.keep", Schedules.daily(Texts.ZONE, LocalTime.of(2, 30)))
                .execute((instance, context) -> {
                    try {
                        rotation.finish();
                        inventory.take();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
