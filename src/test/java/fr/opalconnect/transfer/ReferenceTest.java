package fr.opalconnect.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.LeaseNumber;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    @Test
    void the_standards_own_example_is_right_and_one_digit_off_is_not() {
        assertThat(Reference.parse("RF18539007547034")).isNotNull();
        assertThat(Reference.parse("rf18 5390 0754 7034")).isEqualTo(new Reference("RF18539007547034"));
        assertThat(Reference.parse("RF18539007547035")).isNull();
        assertThat(Reference.parse("FR18539007547034")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"B0048213-1", "0048213", "L/2026.04 7_a", "ZZZ", "Z", "123456789012345678901", "aBc"})
    void a_lease_number_can_be_read_back(String number) {
        Reference reference = Reference.of(new LeaseNumber(number));
        assertThat(reference.value()).matches("RF[0-9]{2}[0-9A-Z]{1,21}");
        assertThat(Reference.parse(reference.value())).isEqualTo(reference);
        assertThat(reference.lease()).isEqualTo(new LeaseNumber(number));
        assertThat(reference).isEqualTo(Reference.of(new LeaseNumber(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456789012", "bail-très-long-de-plus-de-vingt-et-un", "é", "A+B"})
    void one_that_does_not_fit_becomes_a_part_of_its_hash_and_says_so(String number) {
        Reference reference = Reference.of(new LeaseNumber(number));
        assertThat(reference.value()).hasSize(Reference.LONGEST);
        assertThat(Reference.parse(reference.value())).isEqualTo(reference);
        assertThat(reference.isHashed()).isTrue();
        assertThat(reference.lease()).isNull();
    }

    @Test
    void no_two_leases_share_one() {
        Map<Reference, String> seen = new HashMap<>();
        Random random = new Random(97);
        String signs = "01ABYZLzl-/. _éE";
        Set<String> numbers = new HashSet<>();
        while (numbers.size() < 200_000) {
            StringBuilder number = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                number.append(signs.charAt(random.nextInt(signs.length())));
            }
            numbers.add(number.toString());
        }
        for (String number : numbers) {
            assertThat(seen.put(Reference.of(new LeaseNumber(number)), number)).isNull();
        }
    }

    @Test
    void it_is_found_among_words_in_any_spelling() {
        Reference own = Reference.of(new LeaseNumber("B0048213-1"));
        String plain = own.value();
        assertThat(ReferenceSearch.right("LOYER NOV " + plain + " MERCI")).contains(own);
        assertThat(ReferenceSearch.right("loyer " + own.grouped().toLowerCase(java.util.Locale.ROOT) + " nov."))
                .contains(own);
        assertThat(ReferenceSearch.right("ref:" + plain.substring(0, 7) + " " + plain.substring(7) + "/novembre"))
                .contains(own);
        assertThat(ReferenceSearch.right("loyer de novembre 412,37")).isEmpty();
    }

    @Test
    void one_slip_of_the_finger_is_put_right() {
        Reference own = Reference.of(new LeaseNumber("B0048213-1"));
        String plain = own.value();
        for (int i = 4; i < plain.length() - 1; i++) {
            String changed = plain.substring(0, i) + (plain.charAt(i) == '7' ? '3' : '7') + plain.substring(i + 1);
            String left = plain.substring(0, i) + plain.substring(i + 1);
            String twice = plain.substring(0, i) + plain.charAt(i) + plain.substring(i);
            String swapped = plain.substring(0, i) + plain.charAt(i + 1) + plain.charAt(i) + plain.substring(i + 2);
            for (String slip : Set.of(changed, left, twice, swapped)) {
                assertThat(ReferenceSearch.misprinted("loyer " + slip)).as(slip).contains(own);
            }
        }
    }
}
