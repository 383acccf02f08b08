package fr.opalconnect.ui;

/// Unicode's marks around what has a direction of its own. Without them `01 23` in Arabic reads `23 01`.
public final class Isolates {
    private static final char LEFT_TO_RIGHT = '\u2066';
    private static final char BY_ITS_FIRST_LETTER = '\u2068';
    private static final char END = '\u2069';

    private Isolates() {}

    /// What has letters goes by the first of them; what has none from left to right.
    static String around(String text) {
        return text.isEmpty() || isApart(text) ? text : BY_ITS_FIRST_LETTER + text + END;
    }

    /// For amounts and the like, whose signs must stay where they are.
    static String leftToRight(String text) {
        return LEFT_TO_RIGHT + text + END;
    }

    /// For where no eye reads: a file's name, a message to an old phone.
    public static String removed(String text) {
        return text.replaceAll("[\u2066\u2068\u2069]", "");
    }

    private static boolean isApart(String text) {
        char first = text.charAt(0);
        return (first == LEFT_TO_RIGHT || first == BY_ITS_FIRST_LETTER) && text.indexOf(END) == text.length() - 1;
    }
}
