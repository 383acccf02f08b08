package fr.opalconnect.access;

import fr.opalconnect.HttpBrowser;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.SandboxMessages;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes tenants for these tests, each a fresh one, and reads their phones.
@TestComponent
class Neighbours {
    private static final Pattern CODE = Pattern.compile("#([0-9]{6})$");
    static final String GOOD_PASSWORD = "cormoran lanterne tuile 7";

    private final AtomicInteger made = new AtomicInteger();
    private final JdbcClient jdbc;
    private final SandboxMessages phones;

    Neighbours(JdbcClient jdbc, SandboxMessages phones) {
        this.jdbc = jdbc;
        this.phones = phones;
    }

    /// @param mobile as the ERP has it
    record Neighbour(
            String tenant,
            String dwelling,
            String lease,
            @Nullable String mobile) {
        String e164() {
            return String.valueOf(Phone.parse(mobile, "02000").e164());
        }
    }

    Neighbour withMobile() {
        return make("06%08d".formatted(41_000_000 + made.get()), "HOLDER");
    }

    Neighbour withPhone(@Nullable String mobile) {
        return make(mobile, "HOLDER");
    }

    Neighbour occupant() {
        return make("06%08d".formatted(41_000_000 + made.get()), "OCCUPANT");
    }

    /// One more lease for the same tenant.
    Neighbour alsoHolds(Neighbour neighbour) {
        int number = made.incrementAndGet();
        return lease(neighbour.tenant(), number, neighbour.mobile(), "HOLDER");
    }

    private Neighbour make(@Nullable String mobile, String role) {
        int number = made.incrementAndGet();
        String tenant = "%07d".formatted(500_000 + number);
        jdbc.sql("INSERT INTO tenancy.tenant (number, title, first_name, last_name, mobile, language) "
                        + "VALUES (?, 'Mme', 'Odile', 'Vasseur', ?, 'fr')")
                .param(tenant)
                .param(mobile)
                .update();
        return lease(tenant, number, mobile, role);
    }

    private Neighbour lease(String tenant, int number, @Nullable String mobile, String role) {
        String dwelling = "%03d %04d".formatted(100 + number / 1000, number % 1000 + 1000);
        String lease = "B%06d".formatted(number);
        jdbc.sql("INSERT INTO tenancy.dwelling (number, type, address, postcode, city) "
                        + "VALUES (?, 'T3', ?, '02000', 'Laon')")
                .param(dwelling)
                .param(number + " rue des Tisserands")
                .update();
        jdbc.sql("INSERT INTO tenancy.lease (number, dwelling_number, starts_on, term, due_day) "
                        + "VALUES (?, ?, DATE '2021-03-01', 'IN_ARREARS', 5)")
                .param(lease)
                .param(dwelling)
                .update();
        jdbc.sql("INSERT INTO tenancy.lease_holder (lease_number, tenant_number, role) VALUES (?, ?, ?)")
                .param(lease)
                .param(tenant)
                .param(role)
                .update();
        return new Neighbour(tenant, dwelling, lease, mobile);
    }

    /// The newest code on somebody's phone, waiting a moment for it.
    String codeFor(Neighbour neighbour) throws InterruptedException {
        return codeAfter(neighbour, "");
    }

    /// The newest code that is not the one before.
    String codeAfter(Neighbour neighbour, String before) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            String code = lastCodeOf(neighbour);
            if (!code.isEmpty() && !code.equals(before)) {
                return code;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no code arrived at " + neighbour.e164());
    }

    /// The newest code, or nothing when none has arrived.
    String lastCodeOf(Neighbour neighbour) {
        return phones.latest().stream()
                .filter(message -> message.recipient().equals(neighbour.e164()))
                .map(message -> CODE.matcher(message.text()))
                .filter(Matcher::find)
                .map(code -> code.group(1))
                .findFirst()
                .orElse("");
    }

    /// From the two numbers to the page after the new password.
    HttpBrowser.Answer activate(HttpBrowser browser, Neighbour neighbour, String password) throws InterruptedException {
        browser.get("/activation");
        browser.follow(browser.post("/activation", "locataire", neighbour.tenant(), "logement", neighbour.dwelling()));
        enterCode(browser, codeFor(neighbour));
        return browser.post("/activation/mot-de-passe", "nouveau", password);
    }

    static HttpBrowser.Answer enterCode(HttpBrowser browser, String code) {
        HttpBrowser.Answer page = browser.get("/activation/code");
        return browser.follow(browser.post("/activation/code", "code", code, "demande", claimOn(page)));
    }

    static String claimOn(HttpBrowser.Answer page) {
        Matcher claim = Pattern.compile("name=\"demande\" value=\"([^\"]+)\"").matcher(page.body());
        return claim.find() ? claim.group(1) : "";
    }
}
