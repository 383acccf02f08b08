package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.access.PasswordRules.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final CommonPasswords COMMON = new CommonPasswords();
    private static final PasswordRules RULES = new PasswordRules(COMMON);
    private static final List<String> ODILE = List.of(
            "0048213", "48213", "Odile", "Vasseur", "odile.vasseur@exemple.fr", "12 rue des Tisserands", "Laon");

    @Test
    void the_list_holds_several_thousand_words() {
        assertThat(COMMON.size()).isGreaterThan(3_500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "motdepasse2026",
                "MotDePasse123!",
                "m0td3p4ss3!!!!",
                "azertyuiop123",
                "Azerty123456!",
                "qsdfghjklm2026",
                "1a2z3e4r5t6y",
                "aaaaaaaaaaaa",
                "123123123123",
                "abcdefghijkl",
                "987654321098",
                "P@ssw0rd2025",
                "Soleil2026!!",
                "saintquentin02",
                "Châteauthierry1",
                "jetaimejetaime",
                "doudou & loulou",
                "Marseille13!!",
                "20262026202620",
                "01/01/1985 Paris"
            })
    void what_everybody_tries_first_is_refused(String password) {
        assertThat(RULES.judge(password, List.of())).isEqualTo(Verdict.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Vasseur48213!", "odile-vasseur-02", "0048213 tisserands", "VasseurOdile.1985", "laon 00048213"})
    void ones_own_name_and_numbers_are_refused(String password) {
        assertThat(RULES.judge(password, ODILE)).isIn(Verdict.PERSONAL, Verdict.COMMON);
    }

    @Test
    void the_reason_tells_the_own_from_the_common() {
        assertThat(RULES.judge("tisserands0048213", ODILE)).isEqualTo(Verdict.PERSONAL);
        assertThat(RULES.judge("lefevrekevin", List.of("Kévin", "Lefèvre")))
                .as("weak anyway, but it is the name that has to go")
                .isEqualTo(Verdict.PERSONAL);
        assertThat(RULES.judge("tisserands0048213", List.of())).isEqualTo(Verdict.GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cormoran lanterne tuile 7",
                "quatre boulons sous la neige",
                "xk7Qp2vLr9Tz",
                "pâquerette-enclume-brouette",
                "Vasseur lanterne cormoran enclume"
            })
    void long_enough_and_of_ones_own_making_is_welcome(String password) {
        assertThat(RULES.judge(password, ODILE)).isEqualTo(Verdict.GOOD);
    }

    @Test
    void twelve_characters_are_the_least_and_two_hundred_the_most() {
        assertThat(RULES.judge("xk7Qp2vLr9T", List.of())).isEqualTo(Verdict.TOO_SHORT);
        assertThat(RULES.judge("🦆🪵🧱🪣🧲🪜🪤🪝🧷🪡🧶", List.of())).isEqualTo(Verdict.TOO_SHORT);
        assertThat(RULES.judge("🦆🪵🧱🪣🧲🪜🪤🪝🧷🪡🧶🪢", List.of())).isNotEqualTo(Verdict.TOO_SHORT);
        assertThat(RULES.judge("xk7Qp2vL".repeat(25), List.of())).isNotEqualTo(Verdict.TOO_LONG);
        assertThat(RULES.judge("xk7Qp2vL".repeat(25) + "!", List.of())).isEqualTo(Verdict.TOO_LONG);
    }
}
