package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.payment.provider.Finding;
import fr.opalconnect.payment.provider.Outcome;
import fr.opalconnect.payment.provider.Sandbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Lets the demonstration's tenants pay by card, through the same verbs and the same bank as anybody.
@Component
@Profile("demo")
public class DemoPayments {
    private final Payments payments;
    private final PaymentTable table;
    private final ObjectProvider<SandboxBank> banks;
    private final ObjectProvider<Sandbox> sandboxes;
    private final InstantSource clock;

    DemoPayments(
            Payments payments,
            PaymentTable table,
            ObjectProvider<SandboxBank> banks,
            ObjectProvider<Sandbox> sandboxes,
            InstantSource clock) {
        this.payments = payments;
        this.table = table;
        this.banks = banks;
        this.sandboxes = sandboxes;
        this.clock = clock;
    }

    /// Once: somebody who starts the demo again finds the payment as they left it.
    ///
    /// @param site  where this demonstration is, `http://localhost:8080`
    /// @param twice the bank takes the money a second time, which nobody asked for
    public void pay(SignedInTenant who, Money amount, SandboxBank.Act act, boolean twice, String site) {
        SandboxBank bank = banks.getIfAvailable();
        if (bank == null) {
            return;
        }
        UUID key = UUID.nameUUIDFromBytes(("demo card " + who.number().value()).getBytes(StandardCharsets.UTF_8));
        Intention intention = new Intention(key, who.lease(), who.number(), amount, null, Locale.FRENCH, site);
        if (payments.open(who, intention, null) instanceof Opened.Leads) {
            Payment payment = table.byIntention(key);
            if (payment != null && payment.providerReference() != null) {
                bank.act(payment.providerReference(), act);
                if (twice) {
                    takeAgain(payment, site);
                }
            }
        }
    }

    private void takeAgain(Payment payment, String site) {
        Sandbox sandbox = sandboxes.getObject();
        Finding second = new Finding(
                Outcome.PAID,
                payment.reference(),
                "9" + payment.transaction(),
                payment.amount(),
                "EUR",
                sandbox.test(),
                true,
                Outcome.PAID.name(),
                clock.instant());
        sandbox.tell(URI.create(site + "/paiement/avis/" + sandbox.name()), second);
    }
}
