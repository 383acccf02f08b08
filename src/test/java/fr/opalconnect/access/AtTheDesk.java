package fr.opalconnect.access;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.sample.CastStaff;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/// Seats somebody at the desk without the sign-in form, for tests of what is behind it. The form has tests of its own.
public final class AtTheDesk {
    private AtTheDesk() {}

    /// One of the cast, with the account that the demo gives them.
    public static StaffMember member(ApplicationContext program, CastStaff person) {
        return person.agency().isEmpty()
                ? member(program, person.fullName(), person.email(), StaffRole.ADMINISTRATOR, List.of(), null)
                : member(
                        program,
                        person.fullName(),
                        person.email(),
                        StaffRole.ADVISER,
                        List.of(person.agency()),
                        person.code());
    }

    /// Anybody, found again by their address.
    public static StaffMember member(
            ApplicationContext program,
            String name,
            String email,
            StaffRole role,
            List<String> agencies,
            @Nullable String adviser) {
        return program.getBean(DemoStaff.class).moveIn(name, email, role, agencies, adviser);
    }

    /// For a test that calls a verb itself.
    public static SignedInStaff as(StaffMember member) {
        return new SignedInStaff(
                member.id(), member.name(), member.role(), member.agencies(), member.adviser(), new UUID(0, 1));
    }

    public static SignedInStaff as(ApplicationContext program, CastStaff person) {
        return as(member(program, person));
    }

    /// A session for a browser without eyes.
    public static HttpBrowser seat(HttpBrowser browser, ApplicationContext program, StaffMember member) {
        browser.cookies().put("desk", token(program, member));
        return browser;
    }

    public static HttpBrowser seat(HttpBrowser browser, ApplicationContext program, CastStaff person) {
        return seat(browser, program, member(program, person));
    }

    /// A session for a real browser.
    public static void seat(BrowserContext browser, int port, ApplicationContext program, StaffMember member) {
        browser.addCookies(List.of(new Cookie("desk", token(program, member))
                .setUrl("http://localhost:" + port)
                .setHttpOnly(true)));
    }

    public static void seat(BrowserContext browser, int port, ApplicationContext program, CastStaff person) {
        seat(browser, port, program, member(program, person));
    }

    private static String token(ApplicationContext program, StaffMember member) {
        return program.getBean(StaffSessions.class).start(member.id(), "Chrome|Linux", "test");
    }
}
