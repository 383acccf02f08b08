package fr.opalconnect.ui;

import java.util.regex.Pattern;

/// Sets a text as a printer would, so that those who write texts need not hunt for rare spaces on their keyboard.
public final class Typography {
    private static final String NARROW = "\u202f";
    private static final String UNBROKEN = "\u00a0";

    // Each begins with what it replaces and looks behind afterwards: thousands of texts are set at each start.
    private static final Pattern APOSTROPHE = Pattern.compile("'(?<=\\p{L}')(?=\\p{L})");
    private static final Pattern BEFORE_A_MARK = Pattern.compile("[ \u00a0](?=[:;?!€%»](?:[^/\\p{L}]|$))");
    private static final Pattern AFTER_A_QUOTE = Pattern.compile("[ \u00a0](?<=«.)");
    private static final Pattern BEFORE_AN_HOUR = Pattern.compile("[ \u00a0](?<=[0-9].)(?=h\\b)");
    private static final Pattern AFTER_AN_HOUR = Pattern.compile("[ \u00a0](?<=[0-9] ?\u00a0?h.)(?=[0-9]{2}\\b)");

    private static final Pattern WITHIN_A_NUMBER = Pattern.compile(" (?<=[0-9] )(?=[0-9]{2,3}(?![0-9]))");

    private Typography() {}

    public static String set(String text, Language language) {
        String curled = APOSTROPHE.matcher(text).replaceAll("’");
        String whole = WITHIN_A_NUMBER.matcher(curled).replaceAll(UNBROKEN);
        return language.isFrench() ? french(whole) : whole;
    }

    /// The same text in the small alphabet of text messages (GSM 03.38), which has neither rare spaces nor the curled
    /// apostrophe; with one of them a message holds 70 characters instead of 160. Old phones would show marks of
    /// direction as boxes: they go too.
    public static String unset(String text) {
        return Isolates.removed(text)
                .replace(NARROW, " ")
                .replace(UNBROKEN, " ")
                .replace('’', '\'');
    }

    /// Narrow no-break spaces before : ; ? ! € % and inside « », and no line that ends between 8 and h.
    private static String french(String text) {
        String marked = BEFORE_A_MARK.matcher(text).replaceAll(NARROW);
        String quoted = AFTER_A_QUOTE.matcher(marked).replaceAll(NARROW);
        String houred = BEFORE_AN_HOUR.matcher(quoted).replaceAll(UNBROKEN);
        return AFTER_AN_HOUR.matcher(houred).replaceAll(UNBROKEN);
    }
}
