package fr.opalconnect.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HowOften;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.insurance.OneCertificate;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.ui.Language;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every page that a tenant can reach by links, on a phone: in a long language from right to left, and with letters of
/// twice the size. Pages that differ only by an id or a month are one.
@WholeApplication
class EveryPageTest {
    private static final int AT_LEAST = 30;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(imports);
        Emptied.by(jdbc, "DELETE FROM tenancy.language_choice");
        OneCertificate.of(program, Cast.NADIA_BENALI);
    }

    /// Made-up words longer than any language's come first; they find what a real language finds.
    static Stream<Language> fromRightToLeft() {
        return Stream.of(Language.MIRRORED, Language.ARABIC).limit(HowOften.of("pages.languages", 1, 2));
    }

    @ParameterizedTest
    @MethodSource("fromRightToLeft")
    void from_right_to_left_nothing_is_cut(Language language) {
        try (Visit visit = visit(language)) {
            assertThat(walk(visit, language.code())).isEmpty();
        }
    }

    @Test
    void with_letters_of_twice_the_size_nothing_is_lost() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser())) {
            visit.page().navigate(address("/"));
            Fit.twiceTheLetters(visit.page());
            assertThat(visit.page().evaluate("getComputedStyle(document.documentElement).fontSize"))
                    .isEqualTo("32px");
            assertThat(walk(visit, "large")).isEmpty();
        }
    }

    /// The page with the most sums, in the language whose words beside them are the longest.
    @Test
    void in_arabic_and_twice_the_size_the_sums_keep_to_the_screen() {
        try (Visit visit = Browser.visit(Visitor.PHONE.inANewBrowser().speaking("ar-DZ"))) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            visit.page().navigate(address("/compte/pourquoi"));
            Fit.twiceTheLetters(visit.page());
            assertThat(Fit.faults(visit.page())).isEmpty();
            visit.picture("large-ar-why");
        }
    }

    private Visit visit(Language language) {
        Visit visit = Browser.visit();
        visit.context()
                .addCookies(List.of(new Cookie("langue", language.code())
                        .setUrl(address("/"))
                        .setHttpOnly(true)));
        return visit;
    }

    /// Outside first, then at home: what does not fit, by page.
    private Map<String, List<String>> walk(Visit visit, String pictures) {
        Map<String, List<String>> faults = new TreeMap<>();
        Map<String, String> outside = new LinkedHashMap<>();
        walk(visit, outside, faults, List.of("/", "/nulle-part"), pictures + "-out");
        AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
        Map<String, String> home = new LinkedHashMap<>();
        walk(visit, home, faults, List.of("/accueil", "/profil/coordonnees"), pictures);
        assertThat(outside.size() + home.size()).isGreaterThan(AT_LEAST);
        assertThat(visit.complaints()).isEmpty();
        assertThat(Fit.languagesFit(visit.page())).isTrue();
        return faults;
    }

    private void walk(
            Visit visit,
            Map<String, String> seen,
            Map<String, List<String>> faults,
            List<String> beginnings,
            String pictures) {
        Page page = visit.page();
        Deque<String> ahead = new ArrayDeque<>(beginnings);
        while (!ahead.isEmpty()) {
            String path = ahead.removeFirst().replaceFirst("#.*", "");
            if (isNoPage(path) || seen.putIfAbsent(kind(path), path) != null) {
                continue;
            }
            Response response = page.navigate(address(path));
            List<String> found = Fit.faults(page);
            if (!found.isEmpty()) {
                faults.put(path, found);
            }
            visit.picture(pictures + path.replaceAll("[^a-z0-9]+", "-"));
            assertThat(response.status()).as(path).isIn(200, 404, 410);
            ahead.addAll(Fit.links(page));
        }
    }

    private static boolean isNoPage(String path) {
        return path.matches(
                "/(bureau|demo|assets)(/.*)?|.*\\.[a-z]{2,5}(\\?.*)?|/documents/(fichiers|pieces|papiers/(?!releve$)).*");
    }

    /// A page by its place, with the names of what is asked: not each month, thread or trouble.
    private static String kind(String path) {
        return path.replaceAll("=[^&]*", "").replaceAll("/(?=[^/]*[0-9])[^/?]+", "/#");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
