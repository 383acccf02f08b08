package fr.opalconnect.payment;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One intention to pay by card.
///
/// @param reference           for the bank and the ERP: letters and digits
/// @param tenant              who pays
/// @param transaction         six digits that no other payment of the same UTC day has
/// @param site                under which address the tenant came, `https://locataires.example.fr`
/// @param providerReference   under which the provider knows it; null before it was announced there
/// @param providerTransaction of the try that was paid; null while none was
/// @param settledAt           since when it stands where it stands; null while open
public record Payment(
        UUID id,
        String reference,
        LeaseNumber lease,
        TenantNumber tenant,
        Money amount,
        String provider,
        String transaction,
        Locale language,
        String site,
        Instant begunAt,
        PaymentState state,
        @Nullable String providerReference,
        @Nullable String providerTransaction,
        @Nullable Instant settledAt) {

    /// The topic on which open pages hear that it moved.
    public String topic() {
        return "payment:" + id;
    }

    /// The same after a step.
    ///
    /// @param transaction of the try that was paid; null when the step tells of none
    Payment at(PaymentState to, @Nullable String transaction, Instant now) {
        return new Payment(
                id,
                reference,
                lease,
                tenant,
                amount,
                provider,
                this.transaction,
                language,
                site,
                begunAt,
                to,
                providerReference,
                providerTransaction == null ? transaction : providerTransaction,
                to.isOpen() ? null : now);
    }
}
