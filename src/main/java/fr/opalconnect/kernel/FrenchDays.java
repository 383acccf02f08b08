package fr.opalconnect.kernel;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Dates as French writes them: the first of a month is its `1er`, all others are plain numbers.
public final class FrenchDays {
    private static final Map<Long, String> NUMBERS = LongStream.rangeClosed(1, 31)
            .boxed()
            .collect(Collectors.toMap(Function.identity(), day -> day == 1 ? "1er" : day.toString()));

    private FrenchDays() {}

    /// @param rest what follows the day's number, as a pattern: ` MMMM uuuu`
    public static DateTimeFormatter with(String rest) {
        return new DateTimeFormatterBuilder()
                .appendText(ChronoField.DAY_OF_MONTH, NUMBERS)
                .appendPattern(rest)
                .toFormatter(Locale.FRENCH);
    }
}
