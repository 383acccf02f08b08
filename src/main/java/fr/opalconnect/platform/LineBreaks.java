package fr.opalconnect.platform;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/// Where a line of a paper may end: where it may in any text, but never after an elision, `l’|argent`, nor within a
/// time,
/// `8:|30`.
final class LineBreaks implements FSTextBreaker {
    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.FRENCH);
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }

    @Override
    public int next() {
        int at = breaks.next();
        while (at > 0 && at < text.length() && isHeld(text.charAt(at - 1), text.charAt(at))) {
            at = breaks.next();
        }
        return at;
    }

    private static boolean isHeld(char before, char after) {
        return (before == '’' && Character.isLetter(after)) || (before == ':' && Character.isDigit(after));
    }
}
