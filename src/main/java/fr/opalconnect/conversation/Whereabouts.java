package fr.opalconnect.conversation;

import fr.opalconnect.tenancy.HeldLease;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a dwelling is, in one line of a list.
final class Whereabouts {
    private Whereabouts() {}

    /// `Champagne, bât. B, esc. 2, porte 204, Laon`; French, because the agency reads it.
    static String of(HeldLease lease) {
        String door = Stream.of(
                        lease.estate(),
                        named("bât. ", lease.building()),
                        named("esc. ", lease.staircase()),
                        named("porte ", lease.door()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return (door.isEmpty() ? lease.address() : door) + ", " + lease.city();
    }

    private static @Nullable String named(String name, @Nullable String value) {
        return value == null || value.isBlank() ? null : name + value;
    }
}
