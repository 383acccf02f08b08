package fr.opalconnect.office;

import fr.opalconnect.conversation.Figures;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The figures of some weeks.
///
/// @param shares  by agency, by its name
/// @param counted when these were counted; null when nobody has yet
record FiguresView(
        LocalDate from,
        LocalDate until,
        List<AgencyShare> shares,
        @Nullable Instant counted,
        List<Figures.OfKind> kinds,
        List<Figures.Week> weeks,
        List<AgencyOwed> owed,
        Mistakes mistakes) {
    private static final int HEIGHT = 104;

    record AgencyShare(String name, int tenants, int activated) {
        /// Of a hundred.
        int percent() {
            return tenants == 0 ? 0 : Math.round(activated * 100f / tenants);
        }
    }

    record AgencyOwed(String name, int owed, int late) {}

    /// `Compté à 6 h 05.`
    String counted(Texts t) {
        return counted == null
                ? t.say("office.figures.counting")
                : t.say("office.figures.counted", t.time(counted.atZone(Texts.ZONE)));
    }

    int most() {
        return kinds.stream().mapToInt(Figures.OfKind::begun).max().orElse(1);
    }

    int mostOwed() {
        return owed.stream().mapToInt(AgencyOwed::owed).max().orElse(1);
    }

    /// How wide a bar is, of a hundred; what is not nought never vanishes.
    static int width(int count, int most) {
        return count == 0 ? 0 : Math.max(1, count * 100 / Math.max(1, most));
    }

    /// A bar with round shoulders, as an SVG path; see `ui/BarChart`.
    String bar(Duration time) {
        long most =
                weeks.stream().mapToLong(week -> week.ninth().toMinutes()).max().orElse(0);
        if (time.isZero() || most == 0) {
            return "";
        }
        double height = Math.max(3, (HEIGHT - 2.0) * time.toMinutes() / most);
        double round = Math.min(6, height);
        return String.format(
                Locale.ROOT,
                "M1 %1$d v%2$.1f q0-%3$.1f %3$.1f-%3$.1f h%4$.1f q%3$.1f 0 %3$.1f %3$.1f v%5$.1f z",
                HEIGHT,
                round - height,
                round,
                34 - 2 * round,
                height - round);
    }

    /// `3 h 20`, `40 min`
    static String hours(Texts t, Duration time) {
        return time.toHours() == 0
                ? t.say("office.figures.minutes", time.toMinutes())
                : t.say(
                        "office.figures.hours",
                        time.toHours(),
                        String.format(Locale.ROOT, "%02d", time.toMinutesPart()));
    }

    String query() {
        return "?du=" + from + "&au=" + until;
    }
}
