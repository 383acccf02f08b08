package fr.opalconnect.payment;

import fr.opalconnect.access.AtHome;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.sample.Cast;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/// Begins payments without the form, for tests of what comes after.
public final class AtTheTill {
    private AtTheTill() {}

    /// One that was sent to the bank, which has no address to tell of it.
    public static Payment begin(ApplicationContext program, Cast person, long cents) {
        return begin(program, AtHome.as(program, person), cents, "http://localhost:9");
    }

    /// One that the bank took.
    public static Payment paid(ApplicationContext program, Cast person, long cents) {
        Payment payment = begin(program, person, cents);
        program.getBean(Settlement.class).step(payment, PaymentState.PAID, "test");
        return find(program, AtHome.as(program, person), payment.id());
    }

    /// @param site where the bank tells what becomes of it
    static Payment begin(ApplicationContext program, SignedInTenant who, long cents, String site) {
        Intention intention = new Intention(
                UUID.randomUUID(), who.lease(), who.number(), Money.ofCents(cents), null, Locale.FRENCH, site);
        Opened opened = program.getBean(Payments.class).open(who, intention, null);
        return find(program, who, ((Opened.Leads) opened).payment().id());
    }

    static Payment find(ApplicationContext program, SignedInTenant who, UUID id) {
        return Objects.requireNonNull(program.getBean(Payments.class).find(who, id));
    }
}
