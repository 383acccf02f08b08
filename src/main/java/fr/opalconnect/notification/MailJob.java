package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import fr.opalconnect.notification.Handover.Try;
import fr.opalconnect.notification.mail.MailGateway;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sends one e-mail.
@Component
class MailJob {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notification.mail");

    private final Handover handover;
    private final Letter letter;
    private final Mails mails;

    MailJob(Handover handover, Letter letter, Mails mails) {
        this.handover = handover;
        this.letter = letter;
        this.mails = mails;
    }

    CompletionHandler<Void> run(UUID id) {
        return handover.run(id, Channel.MAIL, this::send);
    }

    private Try send(Parcel parcel) {
        return switch (mails.send(letter.write(parcel))) {
            case MailGateway.Answer.Taken taken -> new Try.Taken(taken.reference());
            case MailGateway.Answer.Refused no -> new Try.Refused(no.reason());
            case MailGateway.Answer.Unreachable lost -> new Try.Lost(lost.reason(), null);
        };
    }
}
