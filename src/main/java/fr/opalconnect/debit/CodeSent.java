package fr.opalconnect.debit;

import fr.opalconnect.notification.Notifications.Outcome;
import fr.opalconnect.notification.Notifications.State;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.util.Locale;

/// What became of the text message with the code, as whoever waits for it sees it: they are signed in.
///
/// @param topic what a live page follows to hear more
record CodeSent(String topic, Outcome outcome) {
    String sentence(Texts t) {
        State state = outcome.state();
        Instant at = state == State.DELIVERED ? outcome.deliveredAt() : outcome.sentAt();
        String key = "debit.code.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return at == null ? t.say(key) : t.say(key, t.time(at.atZone(Texts.ZONE)));
    }
}
