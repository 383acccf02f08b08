package fr.opalconnect.attachment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Throws away what was sent with a message that never was.
@Configuration(proxyBeanMethods = false)
class SweepJob {
    private static final Logger LOG = LoggerFactory.getLogger(SweepJob.class);

    @Bean
    RecurringTask<Void> sweepAttachments(Attachments attachments) {
        return Tasks.recurring("attachment.sweep", FixedDelay.ofHours(1)).execute((instance, context) -> {
            attachments.sweep();
            sweepFolder();
        });
    }

    /// A program that was killed leaves what it was just receiving.
    private static void sweepFolder() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Instant old = Instant.now().minus(Duration.ofDays(1)); // by the clock of the file system
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, Incoming.PREFIX + "*")) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("The temporary folder cannot be swept", e);
        }
    }
}
