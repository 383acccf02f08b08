package fr.opalconnect.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.notification.sms.SmppAccount.Letters;
import fr.opalconnect.notification.sms.SmppAccount.Splitting;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SmsPartsTest {
    private static final byte REFERENCE = 0x2a;

    @Test
    void a_text_of_the_networks_letters_holds_160_and_153_in_each_part() {
        SmsParts one = parts("é".repeat(160), Letters.UNPACKED, Splitting.UDH);
        assertThat(one.parts()).hasSize(1);
        assertThat(one.coding()).isZero();
        assertThat(one.header()).isFalse();
        SmsParts two = parts("é".repeat(161), Letters.UNPACKED, Splitting.UDH);
        assertThat(two.parts()).extracting(part -> part.length).containsExactly(6 + 153, 6 + 8);
        assertThat(two.parts().get(1)).startsWith(5, 0, 3, REFERENCE, 2, 2);
        assertThat(two.header()).isTrue();
    }

    @Test
    void another_letter_makes_it_70_and_67() {
        SmsParts one = parts("ê".repeat(70), Letters.UNPACKED, Splitting.UDH);
        assertThat(one.parts()).hasSize(1);
        assertThat(one.coding()).isEqualTo((byte) 8);
        assertThat(parts("ê".repeat(71), Letters.UNPACKED, Splitting.UDH).parts())
                .extracting(part -> part.length)
                .containsExactly(6 + 134, 6 + 8);
    }

    @Test
    void a_letter_of_two_places_is_never_torn_apart() {
        String euros = "a" + "€".repeat(80);
        assertThat(parts(euros, Letters.UNPACKED, Splitting.SAR).parts())
                .extracting(part -> part.length)
                .containsExactly(153, 8);
        String faces = "ê" + "\ud83d\ude00".repeat(40);
        assertThat(parts(faces, Letters.UNPACKED, Splitting.SAR).parts())
                .extracting(part -> new String(part, StandardCharsets.UTF_16BE).length())
                .containsExactly(67, 14);
    }

    @Test
    void packed_parts_are_as_long_as_a_message_can_be() {
        assertThat(parts("a".repeat(160), Letters.PACKED, Splitting.UDH).parts().getFirst())
                .hasSize(140);
        assertThat(parts("a".repeat(200), Letters.PACKED, Splitting.UDH).parts().getFirst())
                .hasSize(140);
    }

    @Test
    void latin_1_is_only_used_for_what_is_in_both() {
        SmsParts plain = parts("à payer", Letters.LATIN1, Splitting.UDH);
        assertThat(plain.coding()).isEqualTo((byte) 3);
        assertThat(plain.parts().getFirst()).isEqualTo("à payer".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(parts("412 €", Letters.LATIN1, Splitting.UDH).coding()).isEqualTo((byte) 8);
        assertThat(parts("prêt", Letters.LATIN1, Splitting.UDH).coding()).isEqualTo((byte) 8);
    }

    @Test
    void a_payload_stays_whole() {
        SmsParts whole = parts("a".repeat(500), Letters.UNPACKED, Splitting.PAYLOAD);
        assertThat(whole.parts()).extracting(part -> part.length).containsExactly(500);
        assertThat(whole.header()).isFalse();
    }

    private static SmsParts parts(String text, Letters letters, Splitting splitting) {
        return SmsParts.of(text, letters, splitting, REFERENCE);
    }
}
