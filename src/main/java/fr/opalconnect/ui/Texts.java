package fr.opalconnect.ui;

import fr.opalconnect.kernel.Money;
import gg.jte.support.LocalizationSupport;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// The words, dates and amounts of one language.
public final class Texts implements LocalizationSupport {
    /// Time is shown where the dwellings are.
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Locale locale;
    private final Map<String, String> words;

    Texts(Locale locale, Map<String, String> words) {
        this.locale = locale;
        this.words = words;
    }

    public Locale locale() {
        return locale;
    }

    public boolean french() {
        return locale.getLanguage().equals("fr");
    }

    @Override
    public String lookup(String key) {
        String text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + locale);
        }
        return text;
    }

    /// A text with its `{0}`, `{1}` filled in, as plain text. Templates use `localize`, which escapes what it fills in.
    public String say(String key, Object... values) {
        String text = lookup(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return values.length > 0 && french() ? elided(text) : text;
    }

    /// `d’octobre`: three months begin with a vowel.
    private static String elided(String text) {
        return text.replaceAll("\\b([Dd])e (?=(?:avril|août|octobre)\\b)", "$1’");
    }

    /// A phone number, or the like, that a line must not break.
    public static String unbroken(String text) {
        return text.replace(' ', '\u00a0');
    }

    /// The singular or the plural of a text: keys ending in `.one` and `.many`; French counts nought as one.
    public String count(String key, long number) {
        boolean one = french() ? number < 2 : number == 1;
        return say(key + (one ? ".one" : ".many"), number);
    }

    /// `412,37 €` with no-break spaces, or `€412.37`.
    public String money(Money amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        String digits = format.format(Math.abs(amount.cents()) / 100.0);
        String sign = amount.isNegative() ? "−" : "";
        return french() ? sign + digits + "\u00a0€" : sign + "€" + digits;
    }

    /// `5 décembre`, with the year when it is not this one's neighbour.
    public String day(LocalDate date) {
        if (french()) {
            String first = date.getDayOfMonth() == 1 ? "1er" : Integer.toString(date.getDayOfMonth());
            return first + date.format(DateTimeFormatter.ofPattern(" MMMM", locale));
        }
        return date.format(DateTimeFormatter.ofPattern("d MMMM", locale));
    }

    /// `lundi 23 novembre`, or `Monday 23 November`
    public String weekday(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("EEEE ", locale)) + day(date);
    }

    /// `5 décembre 2026`
    public String longDay(LocalDate date) {
        return day(date) + " " + date.getYear();
    }

    /// `05/12/2026`, for tables.
    public String shortDay(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", locale));
    }

    /// `novembre 2026`
    public String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
    }

    /// `nov.`, under a bar.
    public String shortMonth(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMM", locale));
    }

    /// `5 h 12` with no-break spaces, or `5:12`.
    public String time(ZonedDateTime at) {
        return at.format(DateTimeFormatter.ofPattern(french() ? "H\u00a0'h'\u00a0mm" : "H:mm", locale));
    }
}
