package fr.opalconnect.payment.provider;

import fr.opalconnect.kernel.Money;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A bank of our own that takes no real money: it holds orders, signs what it says, and can be asked.
public final class Sandbox implements PaymentProvider, DayBook {
    public static final Duration PAGE_LIVES = Duration.ofMinutes(15);

    private static final String PREFIX = "bank_";

    /// Where it keeps its books.
    public interface Bank {
        /// Twice the same reference is one order.
        ///
        /// @return its number at the bank
        String open(Order order);

        /// @param number empty when it was never learnt
        @Nullable
        Held look(String number, String reference);

        /// What it took on that day, in Paris, and did not give back.
        List<Taken> taken(LocalDate day);
    }

    /// One order in the bank's books.
    ///
    /// @param outcome     null while nothing has happened
    /// @param transaction empty until then
    public record Held(
            String reference, Money amount, @Nullable Outcome outcome, String transaction, Instant at) {}

    private final Bank bank;
    private final URI page;
    private final Signature signature;
    private final Calls calls = new Calls();

    /// @param page where its pages are, `/demo/banque`
    /// @param seal signs a text with the bank's own key
    public Sandbox(Bank bank, URI page, UnaryOperator<String> seal) {
        this.bank = bank;
        this.page = page;
        this.signature = new Signature(PREFIX, seal);
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public boolean test() {
        return true;
    }

    @Override
    public boolean takes(Money amount) {
        return amount.isPositive();
    }

    @Override
    public URI origin() {
        return page;
    }

    @Override
    public Duration pageLives() {
        return PAGE_LIVES;
    }

    @Override
    public boolean canBeAsked() {
        return true;
    }

    @Override
    public Begun begin(Order order) {
        if (!takes(order.amount())) {
            return new Begun.Refused("amount");
        }
        String number = bank.open(order);
        return new Begun.Ready(number, new Checkout(URI.create(page + "/" + number), false, Map.of()));
    }

    /// The form that the bank sends of this finding, signed.
    public Map<String, String> form(Finding finding) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("bank_amount", Long.toString(finding.amount().cents()));
        fields.put("bank_currency", finding.currency());
        fields.put("bank_mode", finding.test() ? "TEST" : "PRODUCTION");
        fields.put("bank_operation", finding.debit() ? "DEBIT" : "CREDIT");
        fields.put("bank_reference", finding.reference());
        fields.put("bank_state", finding.outcome().name());
        fields.put("bank_time", finding.at().toString());
        fields.put("bank_transaction", finding.transaction());
        fields.put(Signature.FIELD, signature.of(fields));
        return fields;
    }

    /// The other side: the bank tells us.
    ///
    /// @return whether it was taken
    public boolean tell(URI address, Finding finding) {
        String body = form(finding).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            int status = calls.post(address, body, "Content-Type", "application/x-www-form-urlencoded")
                    .status();
            return status >= 200 && status < 300;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Notice read(RawNotice raw) {
        Map<String, String> fields = raw.parameters();
        if (!signature.isOf(fields)) {
            return new Notice.NotGenuine("signature");
        }
        try {
            return new Notice.Says(new Finding(
                    Outcome.valueOf(fields.getOrDefault("bank_state", "")),
                    fields.getOrDefault("bank_reference", ""),
                    fields.getOrDefault("bank_transaction", ""),
                    Money.ofCents(Long.parseLong(fields.getOrDefault("bank_amount", ""))),
                    fields.getOrDefault("bank_currency", ""),
                    !"PRODUCTION".equals(fields.get("bank_mode")),
                    "DEBIT".equals(fields.get("bank_operation")),
                    fields.getOrDefault("bank_state", ""),
                    Instant.parse(fields.getOrDefault("bank_time", ""))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Notice.NotGenuine("fields");
        }
    }

    @Override
    public String answer(Notice notice) {
        return notice instanceof Notice.Says ? "OK" : "KO";
    }

    @Override
    public List<Taken> of(LocalDate day) {
        return bank.taken(day);
    }

    @Override
    public Asked ask(Order order, String providerReference) {
        Held held = bank.look(providerReference, order.reference());
        if (held == null) {
            return new Asked.Unknown("");
        }
        if (held.outcome() == null) {
            return new Asked.NotYet("OPEN");
        }
        Finding finding = new Finding(
                held.outcome(),
                held.reference(),
                held.transaction(),
                held.amount(),
                "EUR",
                true,
                true,
                held.outcome().name(),
                held.at());
        return new Asked.Found(finding, form(finding).toString());
    }
}
