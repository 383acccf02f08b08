package fr.opalconnect.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastStaff;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A network on a bad day, from the tenant who waits for a code to the administrator who switches it off.
@WholeApplication
class SmsInABrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private SmsAlarms alarms;

    @Autowired
    private SmsGatewayTable health;

    @Autowired
    private SandboxWeather weather;

    @Autowired
    private InstantSource clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void theLandlordIsThere() {
        DemoLandlord.bringInto(imports);
    }

    @AfterEach
    void allIsWellAgain() {
        weather.choose("none");
        Emptied.by(jdbc, "DELETE FROM notification.alarm");
        Emptied.by(jdbc, "DELETE FROM notification.sms_gateway");
    }

    @Test
    void who_signs_sees_the_code_arrive_and_the_desk_sees_the_network() {
        try (Visit nadia = Browser.visit(Visitor.PHONE);
                Visit anne = Browser.visit(Visitor.DESKTOP)) {
            AtHome.signIn(nadia.context(), port, program, Cast.NADIA_BENALI);
            Page phone = nadia.page();
            phone.navigate(site() + "/payer/prelevement");
            phone.locator("#iban").fill("FR76 3000 6000 0112 3456 7890 189");
            phone.locator("#titulaire").fill("Nadia Benali");
            phone.locator("input[name=jour]").first().check();
            Visit.press(phone.locator("main form button.btn:not([type=button])").first());
            Visit.press(phone.locator("form[action$=envoi] button").first());
            assertThat(phone.locator("#remise"))
                    .containsText("Code remis à", new ContainsTextOptions().setTimeout(15_000));
            Axe.check(phone);
            nadia.picture("sms-code-delivered");

            phone.navigate(site() + "/demo/sms");
            phone.locator("#temps").selectOption("away");
            Visit.press(phone.locator("main form button.btn:not([type=button])").first());
            Axe.check(phone);
            nadia.picture("sms-demo");

            for (int i = 0; i < 5; i++) {
                health.fail(
                        "sandbox", "not connected", 5, Duration.ofSeconds(30), Duration.ofMinutes(1), clock.instant());
            }
            alarms.ring(SmsAlarms.Kind.FEW_CODES_USED, "3/50");
            AtTheDesk.seat(anne.context(), port, program, CastStaff.ANNE_CARON);
            Page desk = anne.page();
            desk.navigate(site() + "/bureau");
            assertThat(desk.locator("#desk-list")).containsText("Peu de codes servent");
            anne.picture("sms-inbox");
            desk.navigate(site() + "/bureau/sms");
            Axe.check(desk);
            anne.picture("sms-desk");
            assertThat(nadia.complaints()).isEmpty();
            assertThat(anne.complaints()).isEmpty();
        }
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
