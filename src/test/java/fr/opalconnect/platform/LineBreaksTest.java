package fr.opalconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where a line of a paper ends.
class LineBreaksTest {
    @Test
    void a_line_ends_neither_after_an_elision_nor_within_a_time() {
        assertThat(pieces("from 8:30 to 12:00")).containsExactly("from ", "8:30 ", "to ", "12:00");
        assertThat(pieces("de l’argent")).containsExactly("de ", "l’argent");
    }

    private static List<String> pieces(String text) {
        LineBreaks breaks = new LineBreaks();
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = breaks.next(); at > 0; at = breaks.next()) {
            if (at > from) {
                pieces.add(text.substring(from, at));
                from = at;
            }
        }
        return pieces;
    }
}
