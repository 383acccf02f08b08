package fr.opalconnect.notification;

import static fr.opalconnect.notification.Channel.MAIL;
import static fr.opalconnect.notification.Channel.PUSH;
import static fr.opalconnect.notification.Channel.SMS;

import java.util.List;

/// How many of the ways that somebody ticked are gone.
enum Reach {
    /// The first that reaches; the next only when that one fails. A text message costs the landlord money, and an old
    /// phone rings for it: it comes last.
    FIRST,
    /// The same for what is of no use tomorrow: an e-mail may lie unread until then.
    SOON,
    /// All of them.
    EVERY;

    List<Channel> order() {
        return this == SOON ? List.of(PUSH, SMS, MAIL) : List.of(PUSH, MAIL, SMS);
    }
}
