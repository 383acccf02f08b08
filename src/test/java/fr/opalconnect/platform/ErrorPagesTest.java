package fr.opalconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.ui.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// What people see when something goes wrong: always a finished page, the right status, and the phone number.
@WholeApplication
@Import({ErrorPagesTest.BrokenPages.class, ErrorPagesTest.KnowsNadia.class})
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=250")
@DirtiesContext
class ErrorPagesTest {
    private static final String PHONE = "tel:0323236200";

    @LocalServerPort
    int port;

    @Value("${spring.datasource.url}")
    String database;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /nulle-part        | 404 | Cette page n’existe pas
            /assets/nothing.js | 404 |
            /casse             | 500 | Quelque chose n’a pas marché chez nous
            /casse/au-rendu    | 500 | Quelque chose n’a pas marché chez nous
            /aide;x=1          | 400 | Cette page n’existe pas
            /langue            | 404 | Cette page n’existe pas
            """)
    void each_fault_has_its_page_and_its_status(String path, int status, @Nullable String title) {
        Answer answer = new HttpBrowser(port).get(path);
        assertThat(answer.status()).isEqualTo(status);
        if (title != null) {
            assertThat(answer.text()).contains(title);
            assertThat(answer.body()).contains(PHONE).doesNotContain("Exception", "Whitelabel");
        }
    }

    @Test
    void a_form_without_its_token_was_open_for_too_long() {
        Answer answer = new HttpBrowser(port).post("/langue", "langue", "en");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Cette page n’est plus à jour");
    }

    @Test
    void who_is_signed_in_keeps_the_navigation_and_a_page_that_was_only_read_can_be_tried_again() {
        HttpBrowser nadia = new HttpBrowser(port).with("X-Nadia", "yes");
        assertThat(nadia.get("/nulle-part").body()).contains("<nav class=\"tabs\"", "href=\"/accueil\"");
        assertThat(nadia.get("/casse").body()).contains("<nav class=\"tabs\"", "href=\"/casse\"");
    }

    @Test
    void whatever_people_write_sentences_in_is_shown_to_who_came_too_late() throws IOException {
        Pattern area = Pattern.compile("<textarea[^>]*name=\"(\\w+)\"");
        try (Stream<Path> templates = Files.walk(Path.of("src/main/java"))) {
            for (Path template :
                    templates.filter(path -> path.toString().endsWith(".jte")).toList()) {
                assertThat(area.matcher(Files.readString(template)).results().map(found -> found.group(1)))
                        .as(template.toString())
                        .isSubsetOf(ErrorPages.WRITTEN);
            }
        }
    }

    @Test
    void when_even_the_error_page_fails_a_plain_one_is_left() {
        Answer answer = new HttpBrowser(port).get("/casse/tout");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("Quelque chose n’a pas marché", "Something did not work");
        assertThat(answer.body()).contains(PHONE, "<link rel=\"stylesheet\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nulle-part", "/a;b", "//elsewhere.example", "/compte/..;/bureau"})
    void what_is_no_page_is_answered_as_closed_as_a_page(String path) {
        HttpHeaders headers = new HttpBrowser(port).get(path).response().headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void a_head_request_is_answered_as_its_page_is() {
        assertThat(new HttpBrowser(port).head("/aide")).isEqualTo(200);
        assertThat(new HttpBrowser(port).head("/nulle-part")).isEqualTo(404);
    }

    @Test
    void without_the_database_open_pages_open_and_the_others_say_when_to_come_back() throws SQLException {
        HttpBrowser stranger = new HttpBrowser(port);
        HttpBrowser tenant = new HttpBrowser(port);
        tenant.cookies().put("session", "0123456789abcdef0123456789abcdef0123456789a");
        database(
                "ALTER DATABASE %1$s WITH ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1$s'");
        try {
            for (String path : List.of("/", "/aide", "/aide?q=code", "/accessibilite")) {
                assertThat(stranger.get(path).status()).as(path).isEqualTo(200);
                assertThat(tenant.get(path).status()).as(path).isEqualTo(200);
            }
            assertThat(stranger.get("/aide").body()).contains(PHONE);
            assertThat(stranger.get("/nulle-part").status()).isEqualTo(404);
            Answer away = tenant.get("/accueil");
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.text()).contains("Le service n’est pas disponible pour le moment");
            assertThat(away.body()).contains(PHONE, "href=\"/accueil\"");
            assertThat(away.response().headers().firstValue("Retry-After")).hasValue("30");
            assertThat(tenant.cookies()).as("the session is not thrown away").containsKey("session");
        } finally {
            database("ALTER DATABASE %1$s WITH ALLOW_CONNECTIONS true");
        }
    }

    private void database(String... statements) throws SQLException {
        String name = database.replaceFirst(".*/([^?]+).*", "$1");
        try (Connection connection = DriverManager.getConnection(database.replace("/" + name, "/postgres"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql.formatted(name));
            }
        }
    }

    @Controller
    @Open
    static class BrokenPages {
        private final Views views;

        BrokenPages(Views views) {
            this.views = views;
        }

        @GetMapping("/casse")
        View broken() {
            throw new IllegalStateException("on purpose");
        }

        @GetMapping("/casse/au-rendu")
        View brokenInTheTemplate() {
            return views.page("ui/WrongPage", "not what the template takes");
        }

        /// What breaks this page breaks the error page as well.
        @GetMapping("/casse/tout")
        View brokenAltogether(HttpServletRequest request) {
            request.setAttribute(Visitor.class.getName(), "not a visitor");
            throw new IllegalStateException("on purpose");
        }
    }

    static class KnowsNadia implements Doorkeeper {
        @Override
        public boolean keeps(String path) {
            return true;
        }

        @Override
        public @Nullable Authentication recognise(HttpServletRequest request, HttpServletResponse response) {
            if (request.getHeader("X-Nadia") == null) {
                return null;
            }
            request.setAttribute(Visitor.class.getName(), new Visitor("Nadia", "NB", 0, 0, List.of()));
            return UsernamePasswordAuthenticationToken.authenticated("Nadia", null, List.of());
        }
    }
}
