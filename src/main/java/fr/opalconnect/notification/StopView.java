package fr.opalconnect.notification;

import fr.opalconnect.ui.Texts;
import org.jspecify.annotations.Nullable;

/// Whether e-mails about something come.
///
/// @param topic null for all
/// @param done  whether the page answers the button
record StopView(String token, @Nullable Topic topic, boolean stopped, boolean done) {
    String about(Texts t) {
        return topic == null ? t.say("notification.stop.all") : t.say("notification.topic." + topic.key());
    }
}
