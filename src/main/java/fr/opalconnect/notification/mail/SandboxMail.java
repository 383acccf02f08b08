package fr.opalconnect.notification.mail;

import java.util.Locale;
import java.util.Set;

/// A mail server whose letters end on the screen, and that can be as stubborn as a real one.
public final class SandboxMail implements MailGateway {
    /// Where the letters show.
    public interface Screen {
        void show(Mail mail);
    }

    private final Screen screen;
    private final Set<String> refused;

    /// @param refused addresses that it does not take
    public SandboxMail(Screen screen, Set<String> refused) {
        this.screen = screen;
        this.refused = Set.copyOf(refused);
    }

    @Override
    public Answer send(Mail mail) {
        if (refused.contains(mail.to().toLowerCase(Locale.ROOT))) {
            return new Answer.Refused("550 5.1.1");
        }
        screen.show(mail);
        return new Answer.Taken(mail.messageId());
    }
}
