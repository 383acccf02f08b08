package fr.opalconnect.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.Visit;
import fr.opalconnect.Visitor;
import fr.opalconnect.sample.Cast;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// One of the cast, walking through the pages as people do: by what they see.
final class Walk implements AutoCloseable {
    static final String PASSWORD = "trois bateaux sur l’Oise";

    /// Pages that look the same to everyone need one look for barriers, not ten.
    private static final Set<String> LOOKED_AT = new HashSet<>();

    private final String site;
    private final Visit visit;
    private final boolean javaScript;
    private final SandboxPhone phones;

    Walk(int port, Visitor visitor, SandboxPhone phones) {
        this.site = "http://localhost:" + port;
        this.visit = Browser.visit(visitor);
        this.javaScript = visitor.javaScript();
        this.phones = phones;
    }

    Page page() {
        return visit.page();
    }

    Visit visit() {
        return visit;
    }

    Walk open(String path) {
        page().navigate(site + path);
        return this;
    }

    /// What stands on the page now has no barrier at any width and nothing to complain of.
    Walk look(String name) {
        return look(name, Axe::checkEverywhere);
    }

    /// The same page with somebody else's account.
    Walk lookAgain(String name) {
        return look(name, Axe::check);
    }

    private Walk look(String name, Consumer<Page> barriers) {
        assertThat(page()).hasTitle(Pattern.compile(".+ – OPAL Connect’"));
        if (javaScript && LOOKED_AT.add(name)) {
            barriers.accept(page());
        }
        assertThat(visit.complaints())
                .as("complaints of the browser on %s", page().url())
                .isEmpty();
        return this;
    }

    Walk fromWelcomeToTheNumbers() {
        open("/").look("welcome");
        page().locator("main a[href='/activation']").first().click();
        at("/activation").look("activation");
        return this;
    }

    Walk typeNumbers(String tenant, String dwelling) {
        page().locator("#locataire").fill(tenant);
        page().locator("#logement").fill(dwelling);
        send();
        return this;
    }

    Walk typeTheCode(Cast who) {
        return typeTheCode(java.util.Objects.requireNonNull(who.phone()));
    }

    /// @param phone where the code went
    Walk typeTheCode(String phone) {
        at("/activation/code").look("code");
        page().locator("#code").fill(phones.lastCode(phone));
        return send();
    }

    Walk choosePassword() {
        at("/activation/mot-de-passe").look("password");
        page().locator("#nouveau").fill(PASSWORD);
        send();
        return this;
    }

    Walk activate(Cast who) {
        fromWelcomeToTheNumbers()
                .typeNumbers(who.tenant().value(), who.dwelling().value())
                .typeTheCode(who)
                .choosePassword();
        if (who.leases().size() > 1) {
            at("/bail").look("leases");
            send();
        }
        at("/profil/coordonnees").look("details");
        return this;
    }

    Walk signIn(Cast who, String password) {
        open("/connexion").look("sign-in");
        page().locator("#locataire").fill(who.tenant().value());
        page().locator("input[type=password]").first().fill(password);
        send();
        return this;
    }

    /// Presses the first button of the page's own form.
    Walk send() {
        return press("main form button.btn:not([type=button])");
    }

    Walk press(String way) {
        Visit.press(page().locator(way).first());
        return this;
    }

    Walk follow(String path) {
        page().locator("a[href='" + path + "']:visible").first().click();
        return at(path);
    }

    Walk at(String path) {
        assertThat(page()).hasURL(Pattern.compile(site + path + "([?#].*)?$"));
        return this;
    }

    Walk sees(String text) {
        assertThat(page().locator("main")).containsText(text);
        return this;
    }

    @Override
    public void close() {
        visit.close();
    }
}
