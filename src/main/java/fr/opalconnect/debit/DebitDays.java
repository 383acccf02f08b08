package fr.opalconnect.debit;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The day on which a collection leaves: the tenant's own day, on or after the day the notice falls due, announced long
/// enough before, and one on which banks work.
final class DebitDays {
    private static final Map<Integer, Set<LocalDate>> CLOSED = new ConcurrentHashMap<>();

    private DebitDays() {}

    /// @param chosen     the tenant's day of the month
    /// @param days       the landlord's: one of them, when the tenant's own would come too soon
    /// @param noticeDays between the announcement and the day
    static LocalDate of(LocalDate noticeDue, int chosen, SortedSet<Integer> days, LocalDate today, int noticeDays) {
        LocalDate earliest = today.plusDays(noticeDays);
        LocalDate wanted = next(noticeDue, Set.of(chosen));
        LocalDate day = wanted.isBefore(earliest) ? next(earliest, days) : wanted;
        while (!isBankDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate next(LocalDate from, Set<Integer> days) {
        LocalDate day = from;
        while (!days.contains(day.getDayOfMonth())) {
            day = day.plusDays(1);
        }
        return day;
    }

    /// Whether the banks' own settlement (TARGET) works.
    static boolean isBankDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !CLOSED.computeIfAbsent(day.getYear(), DebitDays::closed).contains(day);
    }

    private static Set<LocalDate> closed(int year) {
        return HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.TARGET))
                .getHolidays(Year.of(year))
                .stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }
}
