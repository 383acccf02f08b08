package fr.opalconnect.notification;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of something on its way out.
///
/// @param state  `STAGED`, or how it ended
/// @param reason in the gateway's words
/// @param at     when that was
record Sent(
        Channel channel,
        String state,
        String shown,
        @Nullable String reason,
        Instant at) {
    boolean failed() {
        return state.equals("REFUSED")
                || state.equals("FAILED")
                || state.equals("EXPIRED")
                || state.equals("UNDELIVERED");
    }

    /// `SMS envoyé à 9 h 11 au 06 •• •• •• 42`
    String say(Texts t) {
        String how = switch (state) {
            case "STAGED" -> "waiting";
            case "DELIVERED" -> "delivered";
            default -> failed() ? "failed" : "gone";
        };
        return t.say(
                "notification.sent." + channel.key() + "." + how, t.time(at.atZone(Texts.ZONE)), Texts.unbroken(shown));
    }
}
