package fr.opalconnect.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.app.CheckCode.Answer.Found;
import fr.opalconnect.app.CheckCode.Answer.Misread;
import fr.opalconnect.app.CheckCode.Answer.NoCode;
import fr.opalconnect.app.CheckCodes.Case;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A code that somebody reads on the telephone.
class CheckCodeTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:20:00Z");

    static java.util.stream.Stream<Case> written() throws IOException {
        return CheckCodes.written().stream();
    }

    @ParameterizedTest
    @MethodSource("written")
    void a_code_says_what_was_found(Case one) {
        assertThat(one.isReadFrom(one.code())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("written")
    void one_wrong_sign_or_two_that_changed_places_are_noticed(Case one) {
        for (int i = 0; i < 6; i++) {
            for (char other : CheckCode.SIGNS.toCharArray()) {
                if (other != one.code().charAt(i)) {
                    StringBuilder wrong = new StringBuilder(one.code());
                    wrong.setCharAt(i, other);
                    assertThat(CheckCode.read(wrong.toString(), NOW)).isInstanceOf(Misread.class);
                }
            }
            for (int j = 0; j < i; j++) {
                StringBuilder wrong = new StringBuilder(one.code());
                wrong.setCharAt(i, one.code().charAt(j));
                wrong.setCharAt(j, one.code().charAt(i));
                if (!wrong.toString().equals(one.code())) {
                    assertThat(CheckCode.read(wrong.toString(), NOW)).isInstanceOf(Misread.class);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("written")
    void no_code_looks_like_one_of_a_text_message(Case one) {
        assertThat(one.code()).matches("[A-Z][0-9A-Z]{5}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TJR19H",
                "TJR 19H",
                " tjr-19h ",
                "t.j.r.1.9.h",
                "djr19h",
                "DGRL9H",
                "pgr i9h",
                "TGR\u00a019H",
                "vjr 19h"
            })
    void any_spelling_is_read_also_what_ears_and_eyes_make_of_a_sign(String typed) {
        assertThat(CheckCode.read(typed, NOW))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.code()).isEqualTo("TJR 19H"));
    }

    @Test
    void a_letter_o_is_a_zero() {
        assertThat(CheckCode.read("kOo oO4", NOW))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.code()).isEqualTo("A00 004"));
    }

    @Test
    void a_search_takes_for_a_code_what_could_be_one() {
        assertThat(CheckCode.looksLikeOne("tjr 19h")).isTrue();
        assertThat(CheckCode.looksLikeOne("TJR19H")).isTrue();
        assertThat(CheckCode.looksLikeOne("mfr fjr")).isTrue();
        assertThat(CheckCode.looksLikeOne("Martin")).isFalse();
        assertThat(CheckCode.looksLikeOne("482137")).isFalse();
        assertThat(CheckCode.looksLikeOne("Petit Lucien")).isFalse();
    }

    @Test
    void it_says_when_for_a_week_also_of_a_clock_that_is_ahead() throws IOException {
        Case one = CheckCodes.written().getFirst();
        for (Duration later : new Duration[] {
            Duration.ofHours(-3),
            Duration.ZERO,
            Duration.ofDays(1),
            Duration.ofDays(6).plusHours(17)
        }) {
            assertThat(CheckCode.read(one.code(), one.at().plus(later)))
                    .isInstanceOfSatisfying(
                            Found.class,
                            found -> assertThat(one.is(found.finding())).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "K7M", "K7M4X2Y", "R7K 4M", "R7K 4M€", "É7K 4M2", "Nadia Benali"})
    void what_has_not_six_signs_is_no_code(String typed) {
        assertThat(CheckCode.read(typed, NOW)).isInstanceOf(NoCode.class);
    }
}
