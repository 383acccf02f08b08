package fr.opalconnect.ui;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How a language writes days and hours. The JDK knows the names of months and days; its patterns for the parts we
/// need are abbreviated, so these few are ours, after CLDR.
///
/// @param day      `5 décembre`
/// @param weekday  `lundi 23 novembre`
/// @param longDay  `5 décembre 2026`
/// @param month    `novembre 2026`
/// @param shortDay `05/12/2026`, for tables
/// @param time     `5 h 12`
record DatePatterns(
        DateTimeFormatter day,
        DateTimeFormatter weekday,
        DateTimeFormatter longDay,
        DateTimeFormatter month,
        DateTimeFormatter shortDay,
        DateTimeFormatter time) {

    static DatePatterns of(Language language) {
        return switch (language) {
            case FRENCH, EASY ->
                of(language, "d MMMM", "EEEE d MMMM", "d MMMM y", "MMMM y", "dd/MM/y", "H\u00a0'h'\u00a0mm");
            case ENGLISH -> of(language, "d MMMM", "EEEE d MMMM", "d MMMM y", "MMMM y", "dd/MM/y", "H:mm");
            case SPANISH ->
                of(
                        language,
                        "d 'de' MMMM",
                        "EEEE, d 'de' MMMM",
                        "d 'de' MMMM 'de' y",
                        "MMMM 'de' y",
                        "dd/MM/y",
                        "H:mm");
            case PORTUGUESE ->
                of(
                        language,
                        "d 'de' MMMM",
                        "EEEE, d 'de' MMMM",
                        "d 'de' MMMM 'de' y",
                        "MMMM 'de' y",
                        "dd/MM/y",
                        "HH:mm");
            case TURKISH -> of(language, "d MMMM", "d MMMM EEEE", "d MMMM y", "LLLL y", "dd.MM.y", "HH:mm");
            case UKRAINIAN ->
                of(language, "d MMMM", "EEEE, d MMMM", "d MMMM y 'р.'", "LLLL y 'р.'", "dd.MM.y", "HH:mm");
            case ARABIC, MIRRORED -> of(language, "d MMMM", "EEEE d MMMM", "d MMMM y", "LLLL y", "dd/MM/y", "HH:mm");
        };
    }

    private static DatePatterns of(
            Language language, String day, String weekday, String longDay, String month, String shortDay, String time) {
        return new DatePatterns(
                in(language, day),
                in(language, weekday),
                in(language, longDay),
                in(language, month),
                in(language, shortDay),
                in(language, time));
    }

    private static DateTimeFormatter in(Language language, String pattern) {
        Locale locale = language.locale();
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
