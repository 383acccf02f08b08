package fr.opalconnect.exchange;

import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.opalconnect.platform.Live;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes a package that somebody said yes to.
@Configuration(proxyBeanMethods = false)
class ConfirmedJob {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("exchange.confirmed");

    @Bean
    Task<Void> takeConfirmed(ImportLogTable log, Inbox inbox, Live live) {
        return Tasks.custom(TASK)
                .onFailure(new OnFailureRetryLater<>(AGAIN))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean looked = take(Long.parseLong(instance.getId()), log, inbox);
                    live.tell(Imports.TOPIC);
                    return looked
                            ? (done, execution) -> execution.remove()
                            : (done, execution) -> execution.reschedule(
                                    done, done.getTimeDone().plus(AGAIN));
                });
    }

    /// @return false while another one is being taken
    static boolean take(long run, ImportLogTable log, Inbox inbox) {
        String path = log.confirmedPath(run);
        if (path == null || !Files.exists(Path.of(path))) {
            log.say(run, "le paquet n’est plus là (" + path + ") ; il faut le renvoyer");
            return true;
        }
        try {
            return inbox.takeWaiting(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
