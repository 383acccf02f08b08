package fr.opalconnect.office;

import fr.opalconnect.notification.SmsAlarms.Alarm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The inbox with its list, and the conversation that is open.
///
/// @param alarms what rings about text messages, for who may do something about it
record DeskView(
        List<Alarm> alarms,
        InboxView inbox,
        @Nullable CaseView opened,
        @Nullable Said said,
        Instant now) {
    /// The address of what changes here, without its beginning.
    String live() {
        CaseView one = opened;
        return "/bureau/direct?depuis=" + now.toEpochMilli()
                + (one == null ? "" : "&conversation=" + one.head().id());
    }
}
