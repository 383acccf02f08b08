package fr.opalconnect.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.tenancy.HeldLease.Role;
import fr.opalconnect.ui.Bundles;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the ERP writes in its columns, and what people read.
class DwellingPlaceTest {
    private final Texts french = Bundles.ALL.in(Locale.FRENCH);

    @ParameterizedTest
    @CsvSource({
        "2, 2e étage",
        "02, 2e étage",
        "1, 1er étage",
        "R+3, 3e étage",
        "4ème étage, 4e étage",
        "1er, 1er étage",
        "RDC, rez-de-chaussée",
        "0, rez-de-chaussée",
        "Rez-de-chaussée, rez-de-chaussée",
        "-1, -1",
        "Combles, Combles",
    })
    void a_floor_is_said_as_people_say_it(String erp, String said) {
        assertThat(words(lease(null, null, null, erp, null, false))).isEqualTo(said);
    }

    @Test
    void each_number_says_what_it_is() {
        assertThat(words(lease("Champagne", "B", "2", "2", "204", false)))
                .isEqualTo("Champagne, bâtiment B, escalier 2, 2e étage, porte 204");
        assertThat(words(lease("Saint-Crépin", null, null, null, "7", true))).isEqualTo("Saint-Crépin, n° 7");
    }

    @Test
    void what_the_erp_wrote_out_stays() {
        assertThat(words(lease(null, "Tour des Tilleuls", "Escalier nord", " ", "Porte droite", false)))
                .isEqualTo("Tour des Tilleuls, Escalier nord, Porte droite");
    }

    /// With spaces that break.
    private String words(HeldLease lease) {
        return DwellingPlace.words(french, lease).replace('\u00a0', ' ');
    }

    private static HeldLease lease(
            @Nullable String estate,
            @Nullable String building,
            @Nullable String staircase,
            @Nullable String floor,
            @Nullable String door,
            boolean billedInAdvance) {
        return new HeldLease(
                new LeaseNumber("B1"),
                Role.HOLDER,
                LocalDate.EPOCH,
                null,
                billedInAdvance,
                5,
                null,
                new DwellingNumber("1"),
                "T3",
                floor,
                door,
                building,
                staircase,
                estate,
                "12 rue Marcel-Bleuet",
                "02000",
                "Laon",
                null,
                null,
                null);
    }
}
