package fr.opalconnect.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@WholeApplication
class ShortcutsTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @Autowired
    Imports imports;

    @Test
    void who_has_left_is_not_asked_for_leaks_and_breakdowns() {
        DemoLandlord.bringInto(imports);
        assertThat(AtHome.signedIn(program, port, Cast.ELODIE_VASSEUR)
                        .get("/accueil")
                        .text())
                .contains("bail est terminé", "Ce que votre agence connaît de vous")
                .doesNotContain("Signaler un problème");
    }

    @Test
    void no_shortcut_of_accueil_is_left_alone_in_its_row() {
        DemoLandlord.bringInto(imports);
        try (Visit visit = Browser.visit(Visitor.DESKTOP)) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            visit.page().navigate("http://localhost:" + port + "/accueil");
            for (int width : List.of(390, 600, 820, 1000, 1400)) {
                visit.page().setViewportSize(width, 900);
                List<?> tops = (List<?>) visit.page()
                        .evaluate("[...document.querySelectorAll('main .tile')]"
                                + ".map(tile => Math.round(tile.getBoundingClientRect().top))");
                Map<Object, Long> rows =
                        tops.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
                assertThat(tops).hasSize(Shortcut.SHOWN);
                assertThat(rows.values()).as(width + " px").doesNotContain(1L, 3L);
            }
        }
    }
}
