package fr.opalconnect.document;

import fr.opalconnect.account.AccountBook;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.TenantFile.OnLease;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What every paper of a lease knows: the same whichever of its holders asks.
///
/// @param holders the holder before the co-holders; never empty
record PaperFacts(
        HeldLease lease, List<OnLease> holders, @Nullable Agency agency, AccountBook book) {
    PaperFacts {
        holders = List.copyOf(holders);
    }

    /// `Martine Marchand, Jean-Pierre Marchand`
    String names() {
        return String.join(", ", holders.stream().map(OnLease::name).toList());
    }

    /// The number printed on papers, which activation asks for.
    TenantNumber number() {
        return holders.getFirst().tenant();
    }

    /// What stands in the window of an envelope.
    List<String> addressee() {
        List<String> lines = new ArrayList<>(holders.stream().map(OnLease::name).toList());
        if (!within().isEmpty()) {
            lines.add(within());
        }
        lines.add(lease.address());
        lines.add(lease.postcode() + " " + lease.city());
        return lines;
    }

    /// Estate, building and staircase.
    private String within() {
        return String.join(
                ", ",
                Stream.of(
                                lease.estate(),
                                lease.building(),
                                lease.staircase() == null ? null : "esc. " + lease.staircase())
                        .filter(part -> part != null && !part.isBlank())
                        .toList());
    }

    /// `12 rue des Tilleuls, 02000 Laon`
    String address() {
        return "%s, %s %s".formatted(lease.address(), lease.postcode(), lease.city());
    }

    /// What identifies the lease, on every paper.
    List<Fact> references(Texts t) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t.say("document.paper.tenant"), number().value()));
        facts.add(new Fact(t.say("document.paper.dwelling"), lease.dwelling().value()));
        facts.add(new Fact(t.say("document.paper.lease"), lease.number().value()));
        if (agency != null) {
            String phone = agency.phone() == null ? "" : " – " + Texts.unbroken(agency.phone());
            facts.add(new Fact(t.say("document.paper.agency"), agency.name() + phone));
        }
        return facts;
    }
}
