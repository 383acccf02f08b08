package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.payment.provider.Asked;
import fr.opalconnect.payment.provider.Begun;
import fr.opalconnect.payment.provider.Checkout;
import fr.opalconnect.payment.provider.Finding;
import fr.opalconnect.payment.provider.Notice;
import fr.opalconnect.payment.provider.Order;
import fr.opalconnect.payment.provider.Outcome;
import fr.opalconnect.payment.provider.PaymentProvider;
import fr.opalconnect.payment.provider.RawNotice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The bank as it really is, to compare with: what it took stands in a table of its own, in the transactions of another
/// house. It tells its truth in notices, when it is asked, and does not care whether anybody heard.
final class ModelBank implements PaymentProvider {
    private static final String SEAL = "model";

    private final JdbcClient jdbc;
    private final @Nullable Random faults;

    /// @param faults when it is away, or dies between two lines; null for never
    ModelBank(JdbcClient jdbc, @Nullable Random faults) {
        this.jdbc = jdbc;
        this.faults = faults;
    }

    /// Stands for the end of the process at this line.
    static final class Killed extends Error {}

    static void create(JdbcClient jdbc) {
        jdbc.sql("""
                        CREATE TABLE IF NOT EXISTS public.model_bank (
                            reference text PRIMARY KEY, amount bigint NOT NULL, outcome text, tries int NOT NULL)
                        """).update();
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public boolean test() {
        return true;
    }

    @Override
    public boolean takes(Money amount) {
        return true;
    }

    @Override
    public URI origin() {
        return URI.create("https://bank.example");
    }

    @Override
    public Begun begin(Order order) {
        if (hits(0.05)) {
            return new Begun.Unreachable("away");
        }
        jdbc.sql("INSERT INTO public.model_bank VALUES (:reference, :amount, NULL, 0)")
                .param("reference", order.reference())
                .param("amount", order.amount().cents())
                .update();
        if (hits(0.05)) {
            throw new Killed();
        }
        return new Begun.Ready(order.reference(), new Checkout(origin(), false, Map.of()));
    }

    /// The customer, or the bank, does something there.
    ///
    /// @return what it tells us of it
    Map<String, String> becomes(String reference, Outcome outcome) {
        jdbc.sql("UPDATE public.model_bank SET outcome = :outcome, tries = tries + :try WHERE reference = :reference")
                .param("outcome", outcome.name())
                .param("try", outcome == Outcome.PAID ? 1 : 0)
                .param("reference", reference)
                .update();
        return words(find(reference));
    }

    private Map<String, String> words(Finding finding) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("order", finding.reference());
        words.put("outcome", finding.outcome().name());
        words.put("amount", Long.toString(finding.amount().cents()));
        words.put("try", finding.transaction());
        words.put("seal", SEAL);
        return words;
    }

    private @Nullable Finding findOrNull(String reference) {
        return jdbc.sql("SELECT * FROM public.model_bank WHERE reference = :reference AND outcome IS NOT NULL")
                .param("reference", reference)
                .query((row, index) -> finding(
                        Outcome.valueOf(row.getString("outcome")),
                        reference,
                        "T" + row.getInt("tries"),
                        row.getLong("amount")))
                .optional()
                .orElse(null);
    }

    private Finding find(String reference) {
        return java.util.Objects.requireNonNull(findOrNull(reference));
    }

    @Override
    public Notice read(RawNotice raw) {
        if (hits(0.03)) {
            throw new Killed();
        }
        Map<String, String> words = raw.parameters();
        if (!SEAL.equals(words.get("seal"))) {
            return new Notice.NotGenuine("seal");
        }
        return new Notice.Says(finding(
                Outcome.valueOf(words.get("outcome")),
                words.get("order"),
                words.get("try"),
                Long.parseLong(words.get("amount"))));
    }

    private static Finding finding(Outcome outcome, String reference, String transaction, long cents) {
        return new Finding(
                outcome,
                reference,
                transaction,
                Money.ofCents(cents),
                "EUR",
                true,
                true,
                outcome.name(),
                Instant.EPOCH);
    }

    @Override
    public String answer(Notice notice) {
        return "ok";
    }

    @Override
    public Asked ask(Order order, String providerReference) {
        if (hits(0.2)) {
            return new Asked.Unreachable("away");
        }
        Finding finding = findOrNull(order.reference());
        return finding == null ? new Asked.Unknown("?") : new Asked.Found(finding, finding.toString());
    }

    @Override
    public boolean canBeAsked() {
        return true;
    }

    @Override
    public Duration pageLives() {
        return Duration.ofMinutes(15);
    }

    private boolean hits(double share) {
        return faults != null && faults.nextDouble() < share;
    }
}
