package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Pays through the sandbox bank, from the intention to the bank's yes, and says how long each part took. For
/// measuring.
public final class PaymentTrial {
    /// How long one part took, in milliseconds.
    public record Part(String name, double median, double ninetyNine, double worst) {}

    private final Payments payments;
    private final SandboxBank bank;
    private final JdbcClient jdbc;

    public PaymentTrial(Payments payments, SandboxBank bank, JdbcClient jdbc) {
        this.payments = payments;
        this.bank = bank;
        this.jdbc = jdbc;
    }

    /// One payment. The bank's notice comes over HTTP, and is settled beside.
    ///
    /// @param site where the bank tells us
    public void pay(SignedInTenant who, String site) {
        Intention intention = new Intention(
                UUID.randomUUID(), who.lease(), who.number(), Money.ofCents(41_237), null, Locale.FRENCH, site);
        Payment payment = ((Opened.Leads) payments.open(who, intention, null)).payment();
        String number = Objects.requireNonNull(
                Objects.requireNonNull(payments.find(who, payment.id())).providerReference());
        bank.act(number, SandboxBank.Act.ACCEPT);
    }

    /// How many of those begun since then are paid.
    public long paidSince(Instant since) {
        return jdbc.sql("SELECT count(*) FROM payment.payment WHERE begun_at >= :since AND state = 'PAID'")
                .param("since", PaymentTable.utc(since))
                .query(Long.class)
                .single();
    }

    /// The parts of those begun since then, by the times that were written down on the way.
    public List<Part> parts(Instant since) {
        List<Part> parts = new ArrayList<>();
        parts.add(part("begun to sent to the bank", "sent.at - p.begun_at", since));
        parts.add(part("the bank's yes to its notice written down", "m.received_at - o.changed_at", since));
        parts.add(part("notice written down to settled", "m.handled_at - m.received_at", since));
        parts.add(part("begun to settled", "m.handled_at - p.begun_at", since));
        return parts;
    }

    private Part part(String name, String span, Instant since) {
        return jdbc.sql("""
                        SELECT percentile_cont(ARRAY[0.5, 0.99, 1]) WITHIN GROUP (ORDER BY span) AS at
                        FROM (SELECT extract(epoch FROM %s) * 1000 AS span
                              FROM payment.payment p
                              JOIN payment.payment_step sent ON sent.payment_id = p.id AND sent.to_state = 'SENT'
                              JOIN payment.provider_message m ON m.payment_id = p.id AND m.verdict = 'MOVED'
                              JOIN payment.sandbox_order o ON o.number = p.provider_reference
                              WHERE p.begun_at >= :since) spans
                        """.formatted(span))
                .param("since", PaymentTable.utc(since))
                .query((row, index) -> {
                    Double[] at = (Double[]) row.getArray(1).getArray();
                    return new Part(name, at[0], at[1], at[2]);
                })
                .single();
    }
}
