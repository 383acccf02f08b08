package fr.opalconnect.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page nobody wants to see.
///
/// @param again   the address to try again, when that may help and does no harm; by the door, when the session is over
/// @param written what was written and could not be kept
public record WrongView(Wrong wrong, @Nullable String again, List<String> written) {
    public WrongView {
        written = List.copyOf(written);
    }

    /// The key of what to do next: nobody of the office calls the landlord's own number.
    String nextKey(boolean atDesk) {
        return switch (wrong) {
            case NOT_FOUND, BUSY, BROKEN -> (atDesk ? "ui.desk.wrong." + wrong.path() : wrong.textKey()) + ".next";
            default -> wrong.textKey() + ".next";
        };
    }
}
