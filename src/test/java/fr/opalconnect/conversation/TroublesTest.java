package fr.opalconnect.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.opalconnect.conversation.Trouble.Emergency;
import fr.opalconnect.conversation.Trouble.Payer;
import fr.opalconnect.ui.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

class TroublesTest {
    private static final String[] SPOKEN =
            Language.SPOKEN.stream().map(Language::code).toArray(String[]::new);

    private final Troubles builtIn = new Troubles((Path) null);

    @Test
    void every_place_has_troubles_a_name_in_each_language_and_a_picture() throws IOException {
        String icons = new ClassPathResource("fr/opalconnect/ui/icons.svg").getContentAsString(StandardCharsets.UTF_8);
        assertThat(builtIn.spots()).hasSizeGreaterThan(5).allSatisfy(spot -> {
            assertThat(builtIn.at(spot)).hasSizeGreaterThan(1);
            assertThat(spot.names()).containsKeys(SPOKEN);
            assertThat(icons).contains("id=\"" + spot.icon() + "\"");
            assertThat(builtIn.at(spot)).allSatisfy(trouble -> {
                assertThat(trouble.names()).containsKeys(SPOKEN);
                assertThat(trouble.why()).containsKeys(SPOKEN);
            });
        });
    }

    @Test
    void the_decree_of_1987_says_who_pays() {
        assertThat(find("vitre").pays()).isEqualTo(Payer.TENANT);
        assertThat(find("robinet").pays()).isEqualTo(Payer.TENANT);
        assertThat(find("prise").pays()).isEqualTo(Payer.TENANT);
        assertThat(find("serrure").why(Locale.FRENCH)).contains("clés perdues");
        assertThat(find("ascenseur").pays()).isEqualTo(Payer.LANDLORD);
        assertThat(find("humidite").pays()).isEqualTo(Payer.LANDLORD);
    }

    @Test
    void what_cannot_wait_shows_a_number() {
        assertThat(find("gaz").emergency()).isEqualTo(Emergency.GAS);
        assertThat(find("fuite").emergency()).isEqualTo(Emergency.WATER);
        assertThat(find("ascenseur").emergency()).isEqualTo(Emergency.LIFT);
        assertThat(find("robinet").emergency()).isNull();
    }

    @Test
    void a_landlord_puts_a_table_of_its_own_in_place(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), """
                places:
                  - {code: toit, icon: home, fr: Sur le toit}
                troubles:
                  - {code: tuile, places: [toit], fr: Une tuile manque, pays: LANDLORD, why-fr: Le toit est au bailleur.}
                """);
        Troubles own = new Troubles(file);
        assertThat(own.spots()).hasSize(1);
        // Without English the French stands there.
        assertThat(Objects.requireNonNull(own.find("tuile")).name(Locale.ENGLISH))
                .isEqualTo("Une tuile manque");
        assertThat(own.find("gaz")).isNull();
    }

    @Test
    void a_landlords_table_may_have_further_languages_beside_it(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), """
                places:
                  - {code: toit, icon: home, fr: Sur le toit}
                troubles:
                  - {code: tuile, places: [toit], fr: Une tuile manque, pays: LANDLORD, why-fr: Le toit est au bailleur.}
                """);
        Files.writeString(folder.resolve("t_en.yaml"), """
                troubles:
                  tuile: {text: A tile is missing}
                """);
        Trouble tile = Objects.requireNonNull(new Troubles(file).find("tuile"));
        assertThat(tile.name(Locale.ENGLISH)).isEqualTo("A tile is missing");
        assertThat(tile.why(Locale.ENGLISH)).isEqualTo("Le toit est au bailleur.");
    }

    @Test
    void a_fault_in_the_table_is_said_when_the_program_starts(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), """
                places:
                  - {code: toit, icon: home, fr: Sur le toit}
                troubles:
                  - {code: tuile, places: [cave], fr: Une tuile manque, pays: LANDLORD, why-fr: Oui.}
                """);
        assertThatThrownBy(() -> new Troubles(file))
                .hasMessageContaining("t.yaml")
                .hasMessageContaining("tuile")
                .hasMessageContaining("cave");
    }

    private Trouble find(String code) {
        return Objects.requireNonNull(builtIn.find(code));
    }
}
