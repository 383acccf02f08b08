package fr.opalconnect.access;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/// Signs a tenant in without the forms, for tests of what is behind them. The forms have tests of their own.
public final class AtHome {
    private AtHome() {}

    /// A browser without eyes that has seen a page, so that it can send forms.
    public static HttpBrowser signedIn(ApplicationContext program, int port, Cast person) {
        return signedIn(program, port, person.tenant());
    }

    public static HttpBrowser signedIn(ApplicationContext program, int port, TenantNumber tenant) {
        HttpBrowser browser = new HttpBrowser(port);
        browser.cookies().put("session", token(program, tenant));
        browser.get("/profil");
        return browser;
    }

    /// A real browser.
    public static void signIn(BrowserContext browser, int port, ApplicationContext program, Cast person) {
        browser.addCookies(List.of(new Cookie("session", token(program, person.tenant()))
                .setUrl("http://localhost:" + port)
                .setHttpOnly(true)));
    }

    /// For a test that calls a verb itself.
    public static SignedInTenant as(ApplicationContext program, Cast person) {
        Tenancy tenancy =
                Objects.requireNonNull(program.getBean(Tenancies.class).find(person.tenant()));
        return new SignedInTenant(
                tenancy.number(), tenancy.leases().getFirst().number(), tenancy.leaseNumbers(), new UUID(0, 2));
    }

    private static String token(ApplicationContext program, TenantNumber tenant) {
        Tenancy tenancy =
                Objects.requireNonNull(program.getBean(Tenancies.class).find(tenant));
        return program.getBean(Sessions.class)
                .start(tenant, tenancy.leases().getFirst().number(), "Chrome|Linux", false);
    }
}
