package fr.opalconnect.home;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.util.List;

/// @param said whether one was just ticked off
record BarriersView(List<Barrier> barriers, boolean said) {
    static String day(Texts t, Instant at) {
        return t.longDay(at.atZone(Texts.ZONE).toLocalDate());
    }
}
