package fr.opalconnect.exchange;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.opalconnect.platform.Live;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes a package that somebody said yes to.
@Configuration(proxyBeanMethods = false)
class ConfirmedJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("exchange.confirmed");

    @Bean
    Task<Void> takeConfirmed(ImportLogTable log, Inbox inbox, Live live) {
        return Tasks.oneTime(TASK).execute((instance, context) -> {
            take(Long.parseLong(instance.getId()), log, inbox);
            live.tell(Imports.TOPIC);
        });
    }

    static void take(long run, ImportLogTable log, Inbox inbox) {
        String path = log.confirmedPath(run);
        if (path == null || !Files.exists(Path.of(path))) {
            log.say(run, "le paquet n’est plus là (" + path + ") ; il faut le renvoyer");
            return;
        }
        try {
            inbox.takeWaiting(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
