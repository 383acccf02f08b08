package fr.opalconnect.notification;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What became of something on its way out.
///
/// @param state   `STAGED`, or how it ended
/// @param failure why a phone did not get it, as the network says
/// @param reason  in the words of whoever did not take it
/// @param at      when that was
record Sent(
        Channel channel,
        String state,
        String shown,
        @Nullable String failure,
        @Nullable String reason,
        Instant at) {
    boolean failed() {
        return state.equals("REFUSED")
                || state.equals("FAILED")
                || state.equals("EXPIRED")
                || state.equals("UNDELIVERED");
    }

    /// Why, where it failed or nobody knows; null where there is nothing to say.
    @Nullable
    String why(Texts t) {
        if (failure != null) {
            return t.say("notification.desk.failure."
                    + failure.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return failed() || state.equals("UNKNOWN") ? Why.say(t, reason) : null;
    }

    /// `SMS envoyé à 9 h 11 au 06 •• •• •• 42`
    String say(Texts t) {
        String how = switch (state) {
            case "STAGED" -> "waiting";
            case "DELIVERED" -> "delivered";
            case "UNKNOWN" -> "unknown";
            default -> failed() ? "failed" : "gone";
        };
        return t.say(
                "notification.sent." + channel.key() + "." + how, t.time(at.atZone(Texts.ZONE)), Texts.unbroken(shown));
    }
}
