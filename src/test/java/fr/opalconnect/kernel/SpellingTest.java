package fr.opalconnect.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class SpellingTest {
    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "0048213, 48213",
        "48213, 48213",
        "'00 482 13', 48213",
        "'00.482.13', 48213",
        "L0048213, 48213",
        "'n° 0048213', 48213",
        "l-48213, 48213",
        "0123A, 123A",
        "B-204, 204",
        "000, 0",
        "L000, 0",
        "'', ''",
        "'é°', ''"
    })
    void compares_printed_and_typed_numbers_by_the_same_rule_in_java_and_in_sql(String written, String key) {
        assertThat(new TenantNumber(written).lookupKey()).isEqualTo(key);
        assertThat(jdbc.sql("SELECT platform.lookup_key(:n)")
                        .param("n", written)
                        .query(String.class)
                        .single())
                .isEqualTo(key);
    }

    /// Both from a keyboard in Arabic; what the ERP sends has no such digits.
    @Test
    void knows_a_number_in_other_digits() {
        assertThat(new TenantNumber("٠٠٤٨٢١٣").lookupKey()).isEqualTo("48213");
        assertThat(TypedAmount.read("٤١٢٫٣٧ €")).isEqualTo(Money.ofCents(412_37));
    }

    @Test
    void keeps_a_number_as_it_is_printed() {
        assertThat(new DwellingNumber(" 0102 ").value()).isEqualTo("0102");
    }
}
