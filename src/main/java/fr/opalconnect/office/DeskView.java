package fr.opalconnect.office;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The inbox with its list, and the conversation that is open.
record DeskView(
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
