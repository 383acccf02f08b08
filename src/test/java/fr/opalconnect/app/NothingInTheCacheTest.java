package fr.opalconnect.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.attachment.Hostile;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Browsers keep copies of what they are not told to forget.
@WholeApplication
class NothingInTheCacheTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Test
    void private_pages_photos_and_documents_leave_no_copy_in_the_browsers_cache() {
        DemoLandlord.bringInto(imports);
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        for (String page : List.of("/accueil", "/compte", "/compte.csv", "/messages", "/messages/ecrire", "/profil")) {
            leavesNothing(page, nadia.get(page));
        }
        leavesNothing("a notice", nadia.get(first("href=\"(/documents/papiers/avis-[^\"]+)\"", nadia.get("/compte"))));
        leavesNothing(
                "a file of the ERP's",
                nadia.get(first("href=\"(/documents/[a-z]+/[0-9a-f-]{36})\"", nadia.get("/documents"))));
        Answer sent = nadia.upload("/pieces", "pieces", "fuite.jpg", Hostile.photo(80, 60, 1));
        leavesNothing("a photo", nadia.get(first("src=\"(/pieces/[^\"]+/petite)\"", sent)));
    }

    private static void leavesNothing(String what, Answer answer) {
        assertThat(answer.status()).as(what).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Cache-Control").orElse(""))
                .as(what)
                .contains("no-store");
    }

    private static String first(String pattern, Answer page) {
        Matcher found = Pattern.compile(pattern).matcher(page.body());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
