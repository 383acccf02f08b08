package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.access.Claim.Stage;
import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final TypedPair PAIR = new TypedPair(new TenantNumber("0048213"), new DwellingNumber("024 0117"));
    private static final String SHOWN = "06 •• •• •• 42";

    @Test
    void codes_may_be_sent_at_0_1_2_5_and_10_minutes() {
        assertThat(claim(1, 0, null, null).nextSendAt()).isEqualTo(START.plus(Duration.ofMinutes(1)));
        assertThat(claim(2, 1, null, null).nextSendAt()).isEqualTo(START.plus(Duration.ofMinutes(2)));
        assertThat(claim(3, 2, null, null).nextSendAt()).isEqualTo(START.plus(Duration.ofMinutes(5)));
        assertThat(claim(4, 5, null, null).nextSendAt()).isEqualTo(START.plus(Duration.ofMinutes(10)));
        assertThat(claim(5, 10, null, null).nextSendAt()).isNull();
    }

    @Test
    void who_asks_late_still_waits_a_minute_for_the_next() {
        assertThat(claim(2, 7, null, null).nextSendAt()).isEqualTo(START.plus(Duration.ofMinutes(8)));
    }

    @Test
    void a_claim_goes_from_code_to_password_to_its_end() {
        assertThat(claim(1, 0, null, null).stage(START)).isEqualTo(Stage.ENTER_CODE);
        assertThat(claim(1, 0, START, null).stage(START)).isEqualTo(Stage.CHOOSE_PASSWORD);
        assertThat(claim(1, 0, START, START).stage(START)).isEqualTo(Stage.ENDED);
    }

    @Test
    void a_claim_expires_twenty_minutes_after_its_last_step() {
        assertThat(claim(1, 0, null, null).stage(after(19))).isEqualTo(Stage.ENTER_CODE);
        assertThat(claim(1, 0, null, null).stage(after(20))).isEqualTo(Stage.EXPIRED);
        assertThat(claim(1, 0, after(19), null).stage(after(38))).isEqualTo(Stage.CHOOSE_PASSWORD);
        assertThat(claim(1, 0, after(19), null).stage(after(39))).isEqualTo(Stage.EXPIRED);
    }

    @Test
    void the_same_numbers_in_any_spelling_are_the_same_claim_while_their_code_would_go_to_the_same_phone() {
        TypedPair respelled = new TypedPair(new TenantNumber("48 213"), new DwellingNumber("n° 240117"));
        TypedPair other = new TypedPair(new TenantNumber("48214"), new DwellingNumber("240117"));
        Claim claim = claim(1, 0, null, null);
        assertThat(claim.isAgain(typed(respelled, Purpose.NEW_PASSWORD, SHOWN), after(9)))
                .isTrue();
        assertThat(claim.isAgain(typed(other, Purpose.ACTIVATE, SHOWN), after(9)))
                .isFalse();
        assertThat(claim.isAgain(typed(respelled, Purpose.ACTIVATE, "06 •• •• •• 43"), after(9)))
                .isFalse();
        assertThat(claim.isAgain(typed(respelled, Purpose.ACTIVATE, SHOWN), after(20)))
                .as("when it has expired")
                .isFalse();
        assertThat(claim(1, 0, START, null).isAgain(typed(respelled, Purpose.ACTIVATE, SHOWN), after(1)))
                .as("when it was proved")
                .isFalse();
    }

    @Test
    void a_second_press_is_one_of_the_same_form_within_half_a_minute() {
        Claim claim = claim(1, 0, null, null);
        Claim same = typed(PAIR, Purpose.ACTIVATE, SHOWN);
        assertThat(claim.isDoubleSubmit(same, START.plusSeconds(5))).isTrue();
        assertThat(claim.isDoubleSubmit(same, START.plusSeconds(31))).isFalse();
        assertThat(claim.isDoubleSubmit(typed(PAIR, Purpose.NEW_PASSWORD, SHOWN), START.plusSeconds(5)))
                .isFalse();
    }

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static Claim claim(int sends, int sentAtMinute, @Nullable Instant proved, @Nullable Instant ended) {
        return claim(PAIR, Purpose.ACTIVATE, SHOWN, sends, sentAtMinute, proved, ended);
    }

    private static Claim typed(TypedPair pair, Purpose purpose, String shown) {
        return claim(pair, purpose, shown, 0, 0, null, null);
    }

    private static Claim claim(
            TypedPair pair,
            Purpose purpose,
            String shown,
            int sends,
            int sentAtMinute,
            @Nullable Instant proved,
            @Nullable Instant ended) {
        return new Claim(
                new UUID(0, 1),
                purpose,
                pair,
                null,
                null,
                Locale.FRENCH,
                shown,
                START,
                sends,
                after(sentAtMinute),
                proved,
                ended);
    }
}
