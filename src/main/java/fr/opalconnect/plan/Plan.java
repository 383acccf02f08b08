package fr.opalconnect.plan;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plan with its instalments.
///
/// @param tenant       who asked for it
/// @param conversation in which it is talked over
/// @param basedOn      the day whose balance the debt is
record Plan(
        UUID id,
        LeaseNumber lease,
        TenantNumber tenant,
        UUID conversation,
        PlanState state,
        Money debt,
        LocalDate basedOn,
        Instant requestedAt,
        @Nullable Instant agreedAt,
        List<Instalment> instalments) {
    Plan {
        instalments = List.copyOf(instalments);
    }

    record Instalment(UUID id, int place, LocalDate dueOn, Money amount) {}

    LocalDate first() {
        return instalments.getFirst().dueOn();
    }

    LocalDate end() {
        return instalments.getLast().dueOn();
    }

    List<UUID> instalmentIds() {
        return instalments.stream().map(Instalment::id).toList();
    }
}
