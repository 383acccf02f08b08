package fr.opalconnect.ui;

import fr.opalconnect.kernel.Money;
import gg.jte.support.LocalizationSupport;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// The words, dates and amounts of one language.
public final class Texts implements LocalizationSupport {
    /// Time is shown where the dwellings are.
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Language language;
    private final Map<String, String> words;
    private final boolean machineMade;
    private final DatePatterns dates;

    /// @param machineMade whether nobody who speaks the language has read these words yet
    Texts(Language language, Map<String, String> words, boolean machineMade) {
        this.language = language;
        this.words = words;
        this.machineMade = machineMade;
        this.dates = DatePatterns.of(language);
    }

    public Language language() {
        return language;
    }

    public Locale locale() {
        return language.locale();
    }

    public boolean french() {
        return language.isFrench();
    }

    public boolean machineMade() {
        return machineMade;
    }

    @Override
    public String lookup(String key) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + language);
        }
        return text;
    }

    /// A text with its `{0}`, `{1}` filled in, as plain text. Templates use `localize`, which escapes what it fills in.
    public String say(String key, Object... values) {
        String text = lookup(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", among(values[i]).toString());
        }
        return values.length > 0 && french() ? elided(text) : text;
    }

    /// What is filled in may be a name, an address, a phone number: see [#apart(String)]. Or a sum.
    private Object among(Object value) {
        return switch (value) {
            case String text -> apart(text);
            case Money sum -> round(sum);
            default -> value;
        };
    }

    /// `10 000 €` in a sentence; `412,37 €` where there are cents.
    private String round(Money sum) {
        return sum.cents() % 100 == 0 ? money(sum).replaceFirst("[.,]00(?![0-9])", "") : money(sum);
    }

    @Override
    public gg.jte.Content localize(String key, Object... values) {
        return LocalizationSupport.super.localize(
                key, Arrays.stream(values).map(this::among).toArray());
    }

    /// What is not in the page's language, a name, an address, a phone number, an IBAN: where text runs from right to
    /// left it keeps its own direction, by the isolates of Unicode; elsewhere it stays as it is.
    public String apart(String text) {
        return language.rightToLeft() ? Isolates.around(text) : text;
    }

    /// `d’octobre`: three months begin with a vowel.
    private static String elided(String text) {
        return text.replaceAll("\\b([Dd])e (?=(?:avril|août|octobre)\\b)", "$1’");
    }

    /// A phone number, or the like, that a line must not break.
    public static String unbroken(String text) {
        return text.replace(' ', '\u00a0');
    }

    /// After a colon, what elsewhere begins a sentence: `se termine dans 21 jours`.
    public String within(String text) {
        int first = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
        return text.substring(0, first).toLowerCase(locale()) + text.substring(first);
    }

    /// Where a line begins, what elsewhere stands in a sentence: `Du lundi au vendredi`.
    public String first(String text) {
        int first = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
        return text.substring(0, first).toUpperCase(locale()) + text.substring(first);
    }

    /// The text for that many: keys ending in `.one` and `.many`, and what else the language tells apart.
    public String count(String key, long number) {
        String form = key + "." + language.plural(number);
        return say(words.containsKey(form) ? form : key + ".many", number);
    }

    /// `412,37 €` with no-break spaces, or `€412.37`.
    public String money(Money amount) {
        String written = written(amount);
        return language.rightToLeft() ? Isolates.leftToRight(written) : written;
    }

    /// `+412,37 €`, beside sums with a minus.
    public String plus(Money amount) {
        String written = "+" + written(amount);
        return language.rightToLeft() ? Isolates.leftToRight(written) : written;
    }

    private String written(Money amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        String digits = format.format(Math.abs(amount.cents()) / 100.0);
        String sign = amount.isNegative() ? "−" : "";
        boolean before = language == Language.ENGLISH || language == Language.TURKISH;
        return before ? sign + "€" + digits : sign + digits + "\u00a0€";
    }

    /// `1 234,5`
    public String number(double number) {
        return NumberFormat.getNumberInstance(locale()).format(number);
    }

    /// `5 décembre`, with the year when it is not this one's neighbour.
    public String day(LocalDate date) {
        return on(date, dates.day());
    }

    /// `lundi 23 novembre`, or `Monday 23 November`
    public String weekday(LocalDate date) {
        return on(date, dates.weekday());
    }

    /// `5 décembre 2026`
    public String longDay(LocalDate date) {
        return on(date, dates.longDay());
    }

    /// `lundi`
    public String dayOfWeek(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale());
    }

    /// `05/12/2026`, for tables.
    public String shortDay(LocalDate date) {
        return date.format(dates.shortDay());
    }

    /// `novembre 2026`
    public String month(YearMonth month) {
        return month.format(dates.month());
    }

    /// `nov.`, under a bar.
    public String shortMonth(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale());
    }

    /// `5 h 12` with no-break spaces, or `5:12`.
    public String time(ZonedDateTime at) {
        return at.format(dates.time());
    }

    /// In French the first of a month is its `1er`.
    private String on(LocalDate date, DateTimeFormatter pattern) {
        String written = date.format(pattern);
        return french() && date.getDayOfMonth() == 1 ? written.replaceFirst("\\b1\\b", "1er") : written;
    }
}
