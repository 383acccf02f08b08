package fr.opalconnect.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.Phone.Kind;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "06.41.20.77.42",
                "+33 6 41 20 77 42",
                "0033641207742",
                "06 41 20 77 42",
                "0641207742",
                "+33 (0)6 41 20 77 42"
            })
    void reads_a_mobile_however_the_erp_writes_it(String written) {
        assertThat(Phone.parse(written, "02000")).isEqualTo(new Phone("+33641207742", Kind.MOBILE));
    }

    @ParameterizedTest
    @CsvSource({
        "0692 12 34 56, 02000, +262692123456",
        "0693 12 34 56, 97400, +262693123456",
        "0690 12 34 56, 02000, +590690123456",
        "0694 12 34 56, 02000, +594694123456",
        "0696 12 34 56, 02000, +596696123456",
        "0639 12 34 56, 02000, +262639123456"
    })
    void knows_the_country_code_of_overseas_mobiles_wherever_the_dwelling_is(
            String written, String postcode, String e164) {
        assertThat(Phone.parse(written, postcode)).isEqualTo(new Phone(e164, Kind.MOBILE));
    }

    @Test
    void takes_the_numbers_kept_for_fiction_for_metropolitan_ones() {
        assertThat(Phone.parse("06 39 98 51 16", "02000")).isEqualTo(new Phone("+33639985116", Kind.MOBILE));
    }

    @Test
    void tells_a_landline_from_a_mobile() {
        assertThat(Objects.requireNonNull(Phone.parse("03.23.20.11.22", "02000"))
                        .kind())
                .isEqualTo(Kind.LANDLINE);
    }

    @Test
    void takes_a_mobile_whose_prefix_no_table_knows_yet() {
        assertThat(Objects.requireNonNull(Phone.parse("07 99 99 99 99", "02000"))
                        .kind())
                .isEqualTo(Kind.MOBILE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "néant", "voir sa fille", "12", "06 41 20"})
    void finds_no_number_where_there_is_none(String written) {
        assertThat(Phone.parse(written, "02000")).isNull();
    }

    @Test
    void masks_all_but_the_last_two_digits_and_always_at_the_same_length() {
        assertThat(new Phone("+33641207742", Kind.MOBILE).masked()).isEqualTo("06 •• •• •• 42");
        assertThat(new Phone("+33741207713", Kind.MOBILE).masked()).isEqualTo("07 •• •• •• 13");
        assertThat(new Phone("+262692123456", Kind.MOBILE).masked()).isEqualTo("06 •• •• •• 56");
    }
}
