package fr.opalconnect.notification;

import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;

/// The quiet hours as the form has them.
///
/// @param on   whether there are to be any
/// @param from the hour at which they begin; -1 for what is no hour
/// @param to   the hour at which they end; likewise
record QuietForm(boolean on, int from, int to) {
    /// Where the one mistake stands that can be made.
    static final String FIELD = "de";

    /// What is proposed to whoever has no quiet hours: the night.
    private static final QuietHours NIGHT = new QuietHours(21, 8);

    private static final int NO_HOUR = -1;

    static QuietForm of(QuietHours hours) {
        QuietHours shown = hours.any() ? hours : NIGHT;
        return new QuietForm(hours.any(), shown.from(), shown.to());
    }

    static QuietForm typed(boolean on, String from, String to) {
        return new QuietForm(on, hour(from), hour(to));
    }

    private static int hour(String typed) {
        return typed.matches("1?[0-9]|2[0-3]") ? Integer.parseInt(typed) : NO_HOUR;
    }

    Mistakes mistakes() {
        boolean wrong = from == NO_HOUR || to == NO_HOUR || (on && from == to);
        return wrong ? Mistakes.of(new Mistake(FIELD, "notification.quiet.wrong")) : Mistakes.NONE;
    }

    /// Without mistakes.
    QuietHours hours() {
        return new QuietHours(from, on ? to : from);
    }

    int shownFrom() {
        return from == NO_HOUR ? NIGHT.from() : from;
    }

    int shownTo() {
        return to == NO_HOUR ? NIGHT.to() : to;
    }
}
