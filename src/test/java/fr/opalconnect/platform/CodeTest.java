package fr.opalconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"407123", " 407 123 ", "407-123", "4 0 7 1 2 3", "407.123", "407\u00a0123", "407\u2013123"})
    void a_code_is_read_however_it_is_typed(String typed) {
        assertThat(Code.read(typed)).isEqualTo(new Code("407123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40712", "4071234", "abcdef", "40712a", "@localhost #407123"})
    void what_is_not_six_digits_is_no_code(String typed) {
        assertThat(Code.read(typed)).isNull();
    }

    @Test
    void a_fresh_code_has_six_digits_and_does_not_print_itself() {
        for (int i = 0; i < 1000; i++) {
            assertThat(Code.fresh().digits()).matches("[0-9]{6}");
        }
        assertThat(new Code("407123").toString()).doesNotContain("407123");
    }
}
