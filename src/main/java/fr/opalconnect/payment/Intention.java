package fr.opalconnect.payment;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to pay.
///
/// @param id         of the form that was filled in: however often it is sent, it is one intention
/// @param site       under which address the tenant came, `https://locataires.example.fr`
/// @param instalment of a repayment plan, when it pays one
record Intention(
        UUID id,
        LeaseNumber lease,
        TenantNumber tenant,
        Money amount,
        @Nullable UUID instalment,
        Locale language,
        String site) {}
