package fr.opalconnect.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.opalconnect.kernel.Iban.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR7630006000011234567890189",
                "fr76 3000 6000 0112 3456 7890 189",
                "IBAN FR76-3000-6000-0112-3456-7890-189",
                " FR76\u00a03000\u202f6000.0112.3456.7890.189 "
            })
    void an_iban_is_read_however_it_is_typed(String typed) {
        assertThat(Iban.read(typed)).isEqualTo(new Iban.Read.Right(new Iban("FR7630006000011234567890189")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "BE68539007547034",
                "MT84MALT011000012345MTLCAST001S",
                "NO9386011117947"
            })
    void ibans_of_other_countries_are_right_too(String iban) {
        assertThat(Iban.read(iban)).isInstanceOf(Iban.Read.Right.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING, 0",
        "' - ', MISSING, 0",
        "30006000011234567890189, NOT_AN_IBAN, 0",
        "FR76 3000 6000 0112 3456 7890 18é, NOT_AN_IBAN, 27",
        "US7630006000011234567890189, COUNTRY, 0",
        "FR763000600001123456789018, LENGTH, 27",
        "FR76300060000112345678901899, LENGTH, 27",
        "FR7630006000011234567890198, CHECK, 27",
        "FR7730006000011234567890189, CHECK, 27"
    })
    void what_is_wrong_is_said(String typed, Flaw flaw, int expected) {
        assertThat(Iban.read(typed)).isEqualTo(new Iban.Read.Wrong(flaw, expected));
    }

    @Test
    void every_single_wrong_digit_and_every_exchanged_pair_is_found() {
        String right = "FR7630006000011234567890189";
        for (int i = 2; i < right.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != right.charAt(i)) {
                    assertThat(Iban.read(right.substring(0, i) + digit + right.substring(i + 1)))
                            .isInstanceOf(Iban.Read.Wrong.class);
                }
            }
            if (i + 1 < right.length() && right.charAt(i) != right.charAt(i + 1)) {
                assertThat(Iban.read(
                                right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2)))
                        .isInstanceOf(Iban.Read.Wrong.class);
            }
        }
    }

    @Test
    void it_never_prints_itself_in_full() {
        Iban iban = new Iban("FR7630006000011234567890189");
        assertThat(iban.toString()).isEqualTo("FR76 •••• 0189").doesNotContain("3000");
        assertThat(iban.grouped()).isEqualTo("FR76 3000 6000 0112 3456 7890 189");
        assertThatThrownBy(() -> new Iban("FR7630006000011234567890188"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("3000");
    }
}
