package fr.opalconnect.document;

import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The two days of a statement as they were typed: by a browser's own calendar, or by hand.
///
/// @param from  `du`
/// @param until `au`
record Days(String from, String until) {
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern FRENCH = Pattern.compile("([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})");

    @Nullable
    LocalDate first() {
        return day(from);
    }

    @Nullable
    LocalDate last() {
        return day(until);
    }

    /// @param known the day of the figures: what comes after is not known
    Mistakes mistakes(LocalDate known) {
        List<Mistake> mistakes = new ArrayList<>();
        check(mistakes, "du", from);
        check(mistakes, "au", until);
        LocalDate first = first();
        LocalDate last = last();
        if (first != null && first.isAfter(known)) {
            mistakes.add(new Mistake("du", "document.statement.ahead"));
        } else if (first != null && last != null && last.isBefore(first)) {
            mistakes.add(new Mistake("au", "document.statement.order"));
        }
        return new Mistakes(mistakes);
    }

    private static void check(List<Mistake> mistakes, String field, String typed) {
        if (typed.isBlank()) {
            mistakes.add(new Mistake(field, "document.statement.missing." + field));
        } else if (day(typed) == null) {
            mistakes.add(new Mistake(field, "document.statement.no-day", typed));
        }
    }

    private static @Nullable LocalDate day(String typed) {
        Matcher iso = ISO.matcher(typed.strip());
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher french = FRENCH.matcher(typed.strip());
        return french.matches() ? day(french.group(3), french.group(2), french.group(1)) : null;
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < 1900 ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
