package fr.opalconnect.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageIdsTest {
    /// What was answered, and what the receipt says.
    @ParameterizedTest
    @CsvSource({
        "1A2B3C, 1715004",
        "1A2B3C, 0001715004",
        "001a2b3c, 1715004",
        "1715004, 1A2B3C",
        "0x1A2B3C, 1715004",
        "0000004711, 4711",
        "4711, 0000004711",
        "7220BB6BD0CB, 125484908925131",
        "c449ab9744f47b6af1879e49e75e4f40, C449AB9744F47B6AF1879E49E75E4F40",
        "28b3-11, 28B3-11"
    })
    void a_number_is_known_under_its_other_spellings(String answered, String told) {
        assertThat(MessageIds.alike(told)).contains(MessageIds.plain(answered));
    }

    @Test
    void zero_stays_zero_and_others_stay_others() {
        assertThat(MessageIds.plain("000")).isEqualTo("0");
        assertThat(MessageIds.alike("4711")).doesNotContain("4712", "471");
    }
}
