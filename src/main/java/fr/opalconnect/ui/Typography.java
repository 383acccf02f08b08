package fr.opalconnect.ui;

/// Sets a text as a printer would, so that those who write texts need not hunt for rare spaces on their keyboard.
public final class Typography {
    private static final String NARROW = "\u202f";
    private static final String UNBROKEN = "\u00a0";

    private Typography() {}

    public static String set(String text, Language language) {
        String curled = text.replaceAll("(?<=\\p{L})'(?=\\p{L})", "’");
        return language.isFrench() ? french(curled) : curled;
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
        return text.replaceAll("[ \u00a0](?=[:;?!€%»](?:[^/\\p{L}]|$))", NARROW)
                .replaceAll("(?<=«)[ \u00a0]", NARROW)
                .replaceAll("(?<=[0-9])[ \u00a0](?=h\\b)", UNBROKEN)
                .replaceAll("(?<=[0-9] ?\u00a0?h)[ \u00a0](?=[0-9]{2}\\b)", UNBROKEN);
    }
}
