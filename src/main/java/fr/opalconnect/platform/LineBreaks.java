package fr.opalconnect.platform;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/// Where a line of a paper may end: where it may in any text, but never after an elision, `l’|argent`.
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
        while (at > 0 && at < text.length() && text.charAt(at - 1) == '’' && Character.isLetter(text.charAt(at))) {
            at = breaks.next();
        }
        return at;
    }
}
