package fr.opalconnect.document;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/// Electronic receipts: whether they are agreed to, and all that was said of it.
///
/// @param history the latest first
/// @param done    whether something was just said
record ConsentView(List<Consent> history, String landlord, boolean done) {
    boolean isGiven() {
        return !history.isEmpty() && history.getFirst().given();
    }

    static String when(Texts t, Instant at) {
        ZonedDateTime there = at.atZone(Texts.ZONE);
        return t.longDay(there.toLocalDate()) + ", " + t.time(there);
    }
}
