package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.payment.provider.Begun;
import fr.opalconnect.payment.provider.Checkout;
import fr.opalconnect.payment.provider.Order;
import fr.opalconnect.payment.provider.PaymentProvider;
import fr.opalconnect.platform.Ids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Payments by card of the lease that a tenant is looking at.
@Component
public class Payments {
    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);
    private static final int SHOWN = 60;
    /// Who is back from the bank waits on the page: the bank's own message has that long to come first.
    private static final Duration HEAD_START = Duration.ofSeconds(5);

    private final ObjectProvider<PaymentProvider> providers;
    private final PaymentTable payments;
    private final Orders orders;
    private final Settlement settlement;
    private final InstantSource clock;

    Payments(
            ObjectProvider<PaymentProvider> providers,
            PaymentTable payments,
            Orders orders,
            Settlement settlement,
            InstantSource clock) {
        this.providers = providers;
        this.payments = payments;
        this.orders = orders;
        this.settlement = settlement;
        this.clock = clock;
    }

    /// Whether this amount can be paid by card here.
    boolean takes(SignedInTenant who, Money amount) {
        PaymentProvider provider = providers.getIfAvailable();
        return provider != null && provider.takes(amount);
    }

    /// Whether this very form was sent before.
    boolean isKnown(SignedInTenant who, UUID intention) {
        Payment before = payments.byIntention(intention);
        return before != null && before.tenant().equals(who.number());
    }

    /// Writes the intention down, announces it to the provider, and says where the browser goes. Whoever is first does
    /// all that; a second press of the same button only learns where it stands.
    ///
    /// @param email for the bank's own receipt
    Opened open(SignedInTenant who, Intention intention, @Nullable String email) {
        PaymentProvider provider = providers.getIfAvailable();
        if (provider == null
                || !provider.takes(intention.amount())
                || !intention.tenant().equals(who.number())
                || !intention.lease().equals(who.lease())) {
            return new Opened.NotOffered();
        }
        Instant now = clock.instant();
        Payment payment = payments.begin(Ids.next(clock), intention, provider.name(), now, now.plus(AskTable.FIRST));
        if (payment == null) {
            Payment before = payments.byIntention(intention.id());
            return before != null && before.tenant().equals(who.number())
                    ? new Opened.Stands(before)
                    : new Opened.NotOffered();
        }
        return switch (announce(provider, orders.of(payment, email))) {
            case Begun.Ready ready -> {
                settlement.sent(payment, ready.providerReference(), text(ready.checkout()));
                yield new Opened.Leads(payment, ready.checkout());
            }
            case Begun.Refused refused -> closed(payment, "refused: " + refused.reason());
            case Begun.Unreachable lost -> closed(payment, "unreachable: " + lost.reason());
        };
    }

    private static Begun announce(PaymentProvider provider, Order order) {
        try {
            return provider.begin(order);
        } catch (RuntimeException e) {
            LOG.error("Announcing a payment to {} failed", provider.name(), e);
            return new Begun.Unreachable(e.getClass().getSimpleName());
        }
    }

    private Opened closed(Payment payment, String why) {
        LOG.warn("The provider {} did not open payment {}: {}", payment.provider(), payment.reference(), why);
        settlement.step(payment, PaymentState.UNOPENED, why);
        return new Opened.Closed(payment);
    }

    /// @return null when no lease of theirs has it
    @Nullable
    Payment find(SignedInTenant who, UUID id) {
        return payments.find(id, who.leaseValues());
    }

    /// The latest first.
    List<Payment> of(SignedInTenant who) {
        return payments.of(who.lease(), SHOWN);
    }

    /// The way back to the bank's page, for who has left it.
    ///
    /// @return null when it is not theirs, or does not lead there any more
    @Nullable
    Checkout again(SignedInTenant who, UUID id) {
        Payment payment = find(who, id);
        String checkout = payment == null || payment.state() != PaymentState.SENT ? null : payments.checkout(id);
        return checkout == null ? null : checkout(checkout);
    }

    /// Somebody is back from the bank: if it does not tell by itself, it is asked soon.
    void backFromTheBank(UUID id) {
        payments.askAt(id, clock.instant().plus(HEAD_START));
    }

    private static String text(Checkout checkout) {
        return (checkout.post() ? "POST " : "GET ") + checkout.action() + "\n" + FormText.of(checkout.fields());
    }

    private static Checkout checkout(String text) {
        int space = text.indexOf(' ');
        int line = text.indexOf('\n');
        return new Checkout(
                URI.create(text.substring(space + 1, line)),
                text.startsWith("POST"),
                FormText.read(text.substring(line + 1)));
    }
}
