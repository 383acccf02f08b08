package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.notification.sms.Gsm7;
import org.junit.jupiter.api.Test;

class Gsm7Test {
    @Test
    void french_letters_of_the_alphabet_count_one() {
        assertThat(Gsm7.length("é è à ù Ç @ # €")).isEqualTo(16);
    }

    @Test
    void others_make_the_text_a_long_one() {
        for (String letter : new String[] {"ç", "ê", "â", "î", "ô", "û", "ë", "ï", "’", "œ", "\u202f"}) {
            assertThat(Gsm7.length("a" + letter)).as(letter).isEqualTo(-1);
        }
    }
}
