package fr.opalconnect.conversation;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.WorkingCalendar;
import fr.opalconnect.ui.Texts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// How much is asked, and how fast it is answered: numbers without names.
@Component
public class Figures {
    /// @param begun in the time looked at
    /// @param open  of these, still open
    public record OfKind(Kind kind, int begun, int open) {}

    /// What one agency owes at this moment.
    public record Overdue(String agency, int owed, int late) {}

    /// How fast what began in a week was first answered, in working time.
    ///
    /// @param monday   of the week
    /// @param answered how many
    /// @param median   half were answered faster
    /// @param ninth    nine of ten were
    public record Week(LocalDate monday, int answered, Duration median, Duration ninth) {}

    private final FiguresTable table;
    private final WorkingCalendar calendar;
    private final InstantSource clock;

    Figures(FiguresTable table, WorkingCalendar calendar, InstantSource clock) {
        this.table = table;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// @param until the last day
    public List<OfKind> kinds(SignedInStaff who, LocalDate from, LocalDate until) {
        return table.kinds(who, start(from), start(until.plusDays(1)));
    }

    public List<Overdue> overdue(SignedInStaff who) {
        return table.overdue(who, clock.instant());
    }

    /// Every week of that time, also those in which nothing was answered.
    public List<Week> weeks(SignedInStaff who, LocalDate from, LocalDate until) {
        Map<LocalDate, List<Duration>> weeks = new TreeMap<>();
        for (LocalDate monday = monday(from); !monday.isAfter(until); monday = monday.plusWeeks(1)) {
            weeks.put(monday, new ArrayList<>());
        }
        for (FiguresTable.Answered each : table.answered(who, start(from), start(until.plusDays(1)))) {
            LocalDate opened = each.openedAt().atZone(Texts.ZONE).toLocalDate();
            weeks.computeIfAbsent(monday(opened), _ -> new ArrayList<>())
                    .add(calendar.between(each.openedAt(), each.answeredAt(), each.agency()));
        }
        return weeks.entrySet().stream()
                .map(week -> week(week.getKey(), week.getValue()))
                .toList();
    }

    private static Week week(LocalDate monday, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return new Week(monday, sorted.size(), share(sorted, 50), share(sorted, 90));
    }

    /// The smallest that so many of a hundred do not exceed.
    static Duration share(List<Duration> sorted, int ofHundred) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.ceil(sorted.size() * ofHundred / 100.0) - 1);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Texts.ZONE).toInstant();
    }
}
