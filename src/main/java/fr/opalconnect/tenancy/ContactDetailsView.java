package fr.opalconnect.tenancy;

import fr.opalconnect.landlord.Agency;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What Coordonnées shows.
///
/// @param mailReturns our e-mails to the tenant's address come back
/// @param toCheck  the tenant has just activated and is asked to look
/// @param sent     a correction was just asked
/// @param typed    what was typed, kept when something is wrong with it
/// @param mistakes what is wrong with it
record ContactDetailsView(
        Tenancy tenancy,
        HeldLease lease,
        @Nullable Agency agency,
        List<ContactRequest> requests,
        boolean mailReturns,
        boolean toCheck,
        boolean sent,
        String typed,
        Mistakes mistakes) {
    List<Fact> person(Texts t) {
        return List.of(
                new Fact(t.say("tenancy.details.name"), joined(" ", tenancy.title(), tenancy.fullName())),
                new Fact(t.say("tenancy.details.number"), tenancy.number().value()),
                new Fact(t.say("tenancy.details.mobile"), orNone(t, phone())),
                new Fact(t.say("tenancy.details.email"), orNone(t, tenancy.email())));
    }

    List<Fact> dwelling(Texts t) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                t.say("tenancy.details.address"),
                "%s, %s %s".formatted(lease.address(), lease.postcode(), lease.city())));
        add(facts, t, "tenancy.details.estate", DwellingPlace.words(t, lease));
        facts.add(new Fact(
                t.say("tenancy.details.dwelling"),
                lease.dwelling().value() + " · " + DwellingType.words(t, lease.dwellingType())));
        facts.add(new Fact(t.say("tenancy.details.lease"), lease.number().value()));
        facts.add(new Fact(t.say("tenancy.details.since"), t.longDay(lease.startsOn())));
        if (lease.endsOn() != null) {
            facts.add(new Fact(t.say("tenancy.details.until"), t.longDay(lease.endsOn())));
        }
        add(facts, t, "tenancy.details.agency", agency == null ? "" : agency.name());
        return facts;
    }

    /// The number as people read it; what the ERP has when it cannot be read.
    private @Nullable String phone() {
        var phone = tenancy.phone();
        return phone != null ? phone.national() : tenancy.mobile();
    }

    private static void add(List<Fact> facts, Texts t, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(t.say(key), value));
        }
    }

    private static String orNone(Texts t, @Nullable String value) {
        return value == null || value.isBlank() ? t.say("tenancy.details.none") : value;
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(between));
    }
}
