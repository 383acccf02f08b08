package fr.opalconnect.payment;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.payment.provider.Outcome;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A program of its own under a load of payments, so that it can be killed.
final class PaymentsInChild {
    static final String READY = "payments are running";

    private PaymentsInChild() {}

    /// Pays until it is killed.
    ///
    /// @param arguments the JDBC address
    public static void main(String[] arguments) throws InterruptedException {
        var core = SmallCore.on(arguments[0], InstantSource.system());
        Payments payments = core.getBean(Payments.class);
        Notices notices = core.getBean(Notices.class);
        ModelBank bank = new ModelBank(core.getBean(JdbcClient.class), null);
        Thread[] customers = new Thread[4];
        for (int i = 0; i < customers.length; i++) {
            SignedInTenant who = tenant(i);
            customers[i] = Thread.ofPlatform().start(() -> {
                while (true) {
                    pay(payments, notices, bank, who);
                }
            });
        }
        System.out.println(READY);
        for (Thread customer : customers) {
            customer.join();
        }
    }

    private static void pay(Payments payments, Notices notices, ModelBank bank, SignedInTenant who) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Intention intention = new Intention(
                UUID.randomUUID(),
                who.lease(),
                who.number(),
                Money.ofCents(500 + random.nextInt(50_000)),
                null,
                Locale.FRENCH,
                "http://localhost:9");
        Opened.Leads leads = (Opened.Leads) payments.open(who, intention, null);
        payments.open(who, intention, null);
        String reference = leads.payment().reference();
        Outcome outcome = List.of(Outcome.PAID, Outcome.PAID, Outcome.PAID, Outcome.REFUSED)
                .get(random.nextInt(4));
        var words = bank.becomes(reference, outcome);
        for (int times = random.nextInt(3); times > 0; times--) {
            notices.take(bank, words);
        }
    }

    private static SignedInTenant tenant(int number) {
        LeaseNumber lease = new LeaseNumber("L" + number);
        return new SignedInTenant(new TenantNumber("000000" + number), lease, List.of(lease), new UUID(0, number));
    }
}
