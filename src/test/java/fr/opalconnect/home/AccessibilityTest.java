package fr.opalconnect.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.sample.CastStaff;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The declaration says what was seen and nothing else; a barrier that somebody reports reaches a person.
@WholeApplication
class AccessibilityTest {
    private static final String FORM = "/accessibilite/signaler";
    private static final String TROUBLE = "Le lecteur d’écran ne dit pas <combien> je dois.";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @BeforeEach
    void nothing() {
        Emptied.by(jdbc, "DELETE FROM home.barrier");
        Emptied.by(jdbc, "DELETE FROM platform.rate_limit");
    }

    @Test
    void the_declaration_has_the_parts_and_the_words_that_the_law_asks_for() {
        Answer page = new HttpBrowser(port).get("/accessibilite");
        assertThat(page.text())
                .contains("conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005")
                .contains("Cette déclaration d’accessibilité s’applique à")
                .contains(
                        "État : non conforme",
                        "est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA)")
                .contains("Contenus non accessibles", "Établissement de cette déclaration")
                .contains("Retour d’information et contact", "Voies de recours", "Défenseur des droits");
        assertThat(new HttpBrowser(port).get("/").text()).contains("Accessibilité : non conforme");
        assertThat(new HttpBrowser(port).get("/accessibilite/plan").text())
                .contains("Le plan sur trois ans", "Les actions de ");
    }

    @Test
    void it_names_the_tool_of_this_very_run_and_only_pages_that_are_there() throws IOException {
        LookedAt looked = LookedAt.read();
        String axe;
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            axe = new String(script.readNBytes(200), StandardCharsets.UTF_8).replaceAll("(?s).*axe v([0-9.]+).*", "$1");
        }
        assertThat(looked.tool()).isEqualTo("axe-core " + axe);
        Set<Pattern> known = routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .map(route -> Pattern.compile(Pattern.quote(route).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q")))
                .collect(Collectors.toSet());
        assertThat(looked.pages())
                .filteredOn(page -> !page.equals("/nulle-part"))
                .allMatch(page ->
                        known.stream().anyMatch(route -> route.matcher(page).matches()));
    }

    @Test
    void whoever_cannot_use_a_page_tells_an_administrator_without_an_account() {
        HttpBrowser someone = new HttpBrowser(port);
        Answer form = someone.get(FORM + "?page=%2Fcompte");
        assertThat(form.body()).contains("value=\"/compte\"");
        Answer sent = someone.post(FORM, "page", "/compte", "obstacle", TROUBLE, "contact", "06 00 00 00 42");
        assertThat(sent.where()).isEqualTo(FORM + "?envoye");
        assertThat(someone.get(sent.where()).text()).contains("C’est envoyé.");

        HttpBrowser administrator = AtTheDesk.seat(new HttpBrowser(port), program, CastStaff.ANNE_CARON);
        Answer list = administrator.get("/bureau/accessibilite");
        assertThat(list.body()).contains("&lt;combien&gt;", "06 00 00 00 42");
        String id = jdbc.sql("SELECT id::text FROM home.barrier")
                .query(String.class)
                .single();
        assertThat(administrator.post("/bureau/accessibilite/" + id + "/fait").status())
                .isEqualTo(302);
        assertThat(administrator.get("/bureau/accessibilite").text())
                .contains("Réglé")
                .doesNotContain("06 00 00 00 42");
        assertThat(jdbc.sql("SELECT count(*) FROM home.barrier WHERE contact IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_wrong_translation_is_told_in_the_same_form_with_its_page_and_language() {
        HttpBrowser reader = new HttpBrowser(port);
        reader.cookies().put("langue", "uk");
        assertThat(wayToReport(reader.get("/notifications/arret/SecretOfSomebody1")))
                .isEqualTo(FORM + "?sujet=traduction&page=/notifications/arret%20(uk)");
        Answer form = reader.get(wayToReport(reader.get("/accessibilite")));
        assertThat(form.body()).contains("value=\"/accessibilite (uk)\"", "Які слова неправильні");
        Answer empty = reader.post(FORM, "page", "/accessibilite (uk)", "obstacle", "", "sujet", "traduction");
        assertThat(empty.text()).contains("Напишіть слова, які неправильні.", "Переклад неправильний?");
        assertThat(reader.post(FORM, "page", "/accessibilite (uk)", "obstacle", "«Заява»", "sujet", "traduction")
                        .where())
                .isEqualTo(FORM + "?envoye");
    }

    private static String wayToReport(Answer page) {
        return page.body()
                .replaceAll("(?s).*href=\"(/accessibilite/signaler\\?[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    @Test
    void what_was_typed_stays_when_something_is_missing_or_too_long() {
        HttpBrowser someone = new HttpBrowser(port);
        someone.get(FORM);
        Answer empty = someone.post(FORM, "page", "payer", "obstacle", "  ", "contact", "moi@exemple.fr");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("value=\"payer\"", "value=\"moi@exemple.fr\"");
        assertThat(empty.text()).contains("Le message est vide. Écrivez ce qui vous bloque.");
        Answer endless = someone.post(FORM, "page", "p".repeat(201), "obstacle", "x".repeat(2001), "contact", "");
        assertThat(endless.text()).contains("Raccourcissez-le à 200 caractères", "à 2 000 caractères");
        assertThat(endless.body()).contains("x".repeat(2001));
        assertThat(jdbc.sql("SELECT count(*) FROM home.barrier")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_fills_the_desk_with_reports() {
        HttpBrowser someone = new HttpBrowser(port).from("192.0.2.7");
        someone.get(FORM);
        for (int i = 0; i < 10; i++) {
            assertThat(someone.post(FORM, "obstacle", "Encore " + i).status()).isEqualTo(302);
            someone.get(FORM);
        }
        Answer refused = someone.post(FORM, "obstacle", "Encore une fois");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("Encore une fois");
    }
}
