package fr.opalconnect.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Gsm7Test {
    private static final HexFormat HEX = HexFormat.of();

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

    @Test
    void letters_have_the_codes_of_the_networks() {
        assertThat(HEX.formatHex(Gsm7.encode("@£éèùìòÇ\n"))).isEqualTo("00010504060708090a");
        assertThat(HEX.formatHex(Gsm7.encode("ΞÆßÉ Aa§à"))).isEqualTo("1a1c1e1f2041615f7f");
        assertThat(HEX.formatHex(Gsm7.encode("€[]{}~^|\\"))).isEqualTo("1b651b3c1b3e1b281b291b3d1b141b401b2f");
    }

    /// The example that everybody knows, and the end that must not look like an @.
    @Test
    void eight_letters_fit_into_seven_bytes() {
        assertThat(HEX.formatHex(Gsm7.pack(Gsm7.encode("hellohello"), 0))).isEqualTo("e8329bfd4697d9ec37");
        assertThat(HEX.formatHex(Gsm7.pack(Gsm7.encode("1234567"), 0))).isEqualTo("31d98c56b3dd1a");
        assertThat(HEX.formatHex(Gsm7.pack(Gsm7.encode("A"), 1))).isEqualTo("82");
    }
}
