package fr.opalconnect.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Visit;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.sample.Cast;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// From the bell to the choices, and out of an e-mail. Others do the same without a script.
@WholeApplication
class NotificationsInABrowserTest {
    private static final TenantNumber NADIA = Cast.NADIA_BENALI.tenant();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Notifications notifications;

    @BeforeEach
    void nobodyWasTold() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        new Telling(program).clear();
        program.getBean(Readers.class).join(NADIA);
    }

    @Test
    void a_tenant_sees_the_bell_reads_what_is_new_and_chooses_how_to_be_told() {
        notifications.tell(
                NADIA,
                Kind.PAYMENT_RECEIVED,
                Facts.of(UUID.randomUUID().toString(), "/paiements")
                        .with(Money.ofCents(25090))
                        .with(LocalDate.of(2026, 12, 1)));
        notifications.tell(
                NADIA,
                Kind.CUT,
                Facts.of(UUID.randomUUID().toString(), "/accueil")
                        .with("Eau coupée mardi de 9 h à 12 h", null)
                        .with("L’eau revient à midi. Remplissez une carafe.", null));
        try (Visit visit = Browser.visit()) {
            AtHome.signIn(visit.context(), port, program, Cast.NADIA_BENALI);
            Page page = visit.page();
            page.navigate(url("/accueil"));
            assertThat(page.locator(".bell .badge")).hasText("2");
            Visit.press(page.locator(".bell"));
            assertThat(page.locator("main")).containsText("Eau coupée mardi");
            assertThat(page.locator("main .tag")).hasCount(2);
            Axe.check(page);
            visit.picture("notifications");
            Visit.press(page.locator("main a[href='/profil/notifications']"));
            Axe.check(page);
            visit.picture("notification-choices");
            Locator talk = page.locator(".theme", new LocatorOptions().setHasText("Demandes"));
            assertThat(talk.locator("summary")).not().containsText("SMS (");
            talk.locator("summary").click();
            Axe.check(page);
            visit.picture("notification-choices-open");
            page.locator("input[value='messages.sms']").uncheck();
            page.locator("summary", new LocatorOptions().setHasText("Heures calmes"))
                    .click();
            page.locator("select[name=de]").selectOption("22");
            Visit.press(page.locator("main form .btn.block"));
            assertThat(page.locator("main .note.good")).containsText("C’est enregistré");
            assertThat(page.locator("input[value='messages.sms']")).not().isChecked();
            assertThat(talk.locator("summary")).containsText("SMS (2 sur 3)");
            assertThat(page.locator("main")).containsText("SMS : toujours");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void the_link_of_an_e_mail_opens_for_anybody_and_one_press_stops_it() {
        String token = program.getBean(Stops.class).token(new Stops.Stop(NADIA, Topic.NEWS));
        try (Visit visit = Browser.visit()) {
            Page page = visit.page();
            page.navigate(url(StopPage.PATH + "/" + token));
            Axe.check(page);
            visit.picture("notification-stop");
            Visit.press(page.locator("main form .btn"));
            assertThat(page.locator("main .note.good")).containsText("C’est fait");
            Axe.check(page);
            assertThat(program.getBean(ChoiceTable.class).find(NADIA).wants(Topic.NEWS, Channel.MAIL))
                    .isFalse();
            Visit.press(page.locator("main form .btn"));
            assertThat(program.getBean(ChoiceTable.class).find(NADIA).wants(Topic.NEWS, Channel.MAIL))
                    .isTrue();
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
