package fr.opalconnect.payment;

import fr.opalconnect.payment.provider.DayBook;
import fr.opalconnect.payment.provider.Order;
import fr.opalconnect.payment.provider.Outcome;
import fr.opalconnect.payment.provider.Sandbox;
import fr.opalconnect.platform.Secrets;
import fr.opalconnect.ui.Texts;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// What the sandbox bank knows of an order, and the key it signs with.
@Component
@ConditionalOnProperty(name = "opal.payment.provider", havingValue = "sandbox")
class SandboxBooks implements Sandbox.Bank {
    static final URI PAGE = URI.create("/demo/banque");

    private final SandboxTable table;
    private final Secrets secrets;
    private final InstantSource clock;

    SandboxBooks(SandboxTable table, Secrets secrets, InstantSource clock) {
        this.table = table;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Whoever knows the number may pay the order: nobody guesses it.
    @Override
    public String open(Order order) {
        return table.open(UUID.randomUUID().toString(), order, clock.instant());
    }

    @Override
    public Sandbox.@Nullable Held look(String number, String reference) {
        SandboxBank.Bill bill = table.find(number, reference);
        if (bill == null) {
            return null;
        }
        String state = bill.stateAt(clock.instant());
        return new Sandbox.Held(
                bill.reference(),
                bill.amount(),
                state == null ? null : Outcome.valueOf(state),
                bill.transaction(),
                bill.changedAt());
    }

    @Override
    public List<DayBook.Taken> taken(LocalDate day) {
        return table.taken(
                day.atStartOfDay(Texts.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(Texts.ZONE).toInstant());
    }

    String seal(String text) {
        return Base64.getEncoder().encodeToString(secrets.mac("payment.sandbox", text));
    }
}
