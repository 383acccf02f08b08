package fr.opalconnect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PerhapsTwiceTest {
    private static final int LINES_OF_TWO_YEARS = 2_500_000;

    private final PerhapsTwice seen = new PerhapsTwice();

    @Test
    void of_a_usual_landlords_lines_none_is_suspected_wrongly_and_each_that_comes_again_is() {
        long suspected = 0;
        for (int i = 0; i < LINES_OF_TWO_YEARS; i++) {
            suspected += seen.add(key(i)) ? 1 : 0;
        }
        assertThat(suspected).isZero();
        for (int i = 0; i < LINES_OF_TWO_YEARS; i += 1000) {
            assertThat(seen.add(key(i))).isTrue();
        }
    }

    @Test
    void what_was_cleared_is_new_again() {
        seen.add(key(1));
        seen.clear();
        assertThat(seen.add(key(1))).isFalse();
    }

    private static long key(int number) {
        byte[] id = ("E-" + number).getBytes(StandardCharsets.US_ASCII);
        return Fingerprint.of(id, 0, id.length);
    }
}
