package fr.opalconnect.notification;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;

/// A value that a text fills in, said in whatever language the tenant reads. A row keeps each as one line.
sealed interface Fact {
    /// A name, a number.
    record Words(String words) implements Fact {}

    /// What somebody wrote in French, and in English, or in French again.
    record Written(String french, String english) implements Fact {}

    record Sum(Money sum) implements Fact {}

    record Day(LocalDate day) implements Fact {}

    record Month(YearMonth month) implements Fact {}

    record Time(LocalTime time) implements Fact {}

    default String say(Texts t) {
        return switch (this) {
            case Words words -> words.words();
            case Written written -> t.french() ? written.french() : written.english();
            case Sum sum -> t.money(sum.sum());
            case Day day -> t.day(day.day());
            case Month month -> t.month(month.month());
            case Time time -> t.time(LocalDate.EPOCH.atTime(time.time()).atZone(Texts.ZONE));
        };
    }

    default String line() {
        return switch (this) {
            case Words words -> "W" + oneLine(words.words());
            case Written written -> "L" + oneLine(written.french()) + '\t' + oneLine(written.english());
            case Sum sum -> "S" + sum.sum().cents();
            case Day day -> "D" + day.day();
            case Month month -> "M" + month.month();
            case Time time -> "T" + time.time();
        };
    }

    static Fact read(String line) {
        String value = line.substring(1);
        return switch (line.charAt(0)) {
            case 'W' -> new Words(value);
            case 'L' -> {
                int tab = value.indexOf('\t');
                yield new Written(value.substring(0, tab), value.substring(tab + 1));
            }
            case 'S' -> new Sum(Money.ofCents(Long.parseLong(value)));
            case 'D' -> new Day(LocalDate.parse(value));
            case 'M' -> new Month(YearMonth.parse(value));
            case 'T' -> new Time(LocalTime.parse(value));
            default -> throw new IllegalStateException("no fact begins with " + line.charAt(0));
        };
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
