package fr.opalconnect.command;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.payment.DemoPayments;
import fr.opalconnect.payment.SandboxBank.Act;
import fr.opalconnect.sample.Cast;
import java.util.UUID;

/// What the cast has paid by card: one went well, one was refused, one the bank took twice.
final class DemoTill {
    private DemoTill() {}

    static void moveIn(DemoPayments payments, String site) {
        payments.pay(as(Cast.SAMUEL_ROCHE), Money.ofCents(80_00), Act.ACCEPT, false, site);
        payments.pay(as(Cast.ODETTE_CARLIER), Money.ofCents(45_50), Act.REFUSE, false, site);
        payments.pay(as(Cast.MARTINE_MARCHAND), Money.ofCents(150_00), Act.ACCEPT, true, site);
    }

    private static SignedInTenant as(Cast person) {
        return new SignedInTenant(
                person.tenant(),
                person.lease().number(),
                person.leases().stream().map(lease -> lease.number()).toList(),
                new UUID(0, 0));
    }
}
