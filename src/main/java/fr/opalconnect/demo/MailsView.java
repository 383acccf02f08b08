package fr.opalconnect.demo;

import fr.opalconnect.notification.SandboxMails.Letter;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the mailboxes of the demonstration show.
record MailsView(List<Letter> letters, Instant now) {
    String when(Texts t, Letter letter) {
        return Duration.between(letter.at(), now).toMinutes() < 1
                ? t.say("demo.mail.now")
                : t.say("demo.mail.at", t.time(letter.at().atZone(Texts.ZONE)));
    }
}
