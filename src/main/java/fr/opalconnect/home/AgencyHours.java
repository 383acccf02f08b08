package fr.opalconnect.home;

import fr.opalconnect.landlord.Agency;
import fr.opalconnect.landlord.OpeningHours;
import fr.opalconnect.landlord.OpeningHours.Span;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Typography;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an agency is open. The ERP says it in French; where that can be read, the other languages have words of their
/// own for it.
final class AgencyHours {
    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

    private AgencyHours() {}

    /// Null when nothing is known.
    static @Nullable String say(Texts t, Agency agency) {
        OpeningHours week = t.language().isFrench() ? null : agency.week();
        if (week == null) {
            return said(t, agency.openingHours(), Language.FRENCH);
        }
        List<String> lines = new ArrayList<>();
        int last;
        for (int first = 1; first <= 7; first = last + 1) {
            List<Span> spans = week.on(DayOfWeek.of(first));
            last = first;
            while (last < 7 && week.on(DayOfWeek.of(last + 1)).equals(spans)) {
                last++;
            }
            if (!spans.isEmpty()) {
                lines.add(t.say("home.hours.line", days(t, first, last), hours(t, spans)));
            }
        }
        return said(t, String.join("\n", lines), t.language());
    }

    /// As a printer sets it: no line ends within an hour, and the first letter is a capital.
    private static @Nullable String said(Texts t, @Nullable String hours, Language language) {
        return hours == null ? null : Typography.set(t.first(hours), language);
    }

    private static String days(Texts t, int first, int last) {
        String from = t.dayOfWeek(A_MONDAY.plusDays(first - 1));
        return first == last ? from : t.say("home.hours.days", from, t.dayOfWeek(A_MONDAY.plusDays(last - 1)));
    }

    private static String hours(Texts t, List<Span> spans) {
        return spans.stream()
                .map(span -> t.say("home.hours.span", time(t, span.from()), time(t, span.until())))
                .reduce((one, other) -> t.say("home.hours.and", one, other))
                .orElseThrow();
    }

    private static String time(Texts t, LocalTime time) {
        return t.time(A_MONDAY.atTime(time).atZone(Texts.ZONE));
    }
}
