package fr.opalconnect.document;

import fr.opalconnect.account.EntryKind;
import fr.opalconnect.account.Standing;
import fr.opalconnect.account.Term;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Letterhead;
import fr.opalconnect.ui.Texts;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the certificate of tenancy says (attestation de loyer): the fields that the CAF and the MSA ask a landlord for.
///
/// @param term the latest one that was billed
/// @param on   the day of the figures: what it says was true then
record CertificateSheet(PaperFacts facts, Term term, LocalDate on) {
    private static final Set<EntryKind> CHARGES =
            EnumSet.of(EntryKind.EAU, EntryKind.CHAUFFAGE, EntryKind.ENTRETIEN, EntryKind.ORDURES_MENAGERES);

    List<Fact> landlord(Texts t, Letterhead letterhead) {
        List<Fact> all = new ArrayList<>();
        add(all, t.say("document.paper.landlord.name"), letterhead.name());
        add(all, t.say("document.paper.landlord.form"), letterhead.facts().form());
        add(all, t.say("document.paper.landlord.siret"), letterhead.facts().siret());
        add(all, t.say("document.paper.landlord.seat"), letterhead.facts().seat());
        add(all, t.say("document.paper.landlord.phone"), letterhead.brand().phone());
        add(all, t.say("document.paper.landlord.email"), letterhead.facts().email());
        return all;
    }

    List<Fact> tenants(Texts t) {
        List<Fact> all = new ArrayList<>();
        add(all, t.say("document.paper.holders"), facts.names());
        add(all, t.say("document.paper.tenant"), facts.number().value());
        // Only the tenant knows it.
        add(all, t.say("document.paper.claimant"), ". ".repeat(18).strip());
        return all;
    }

    List<Fact> lease(Texts t) {
        HeldLease lease = facts.lease();
        List<Fact> all = new ArrayList<>();
        add(all, t.say("document.paper.lease"), lease.number().value());
        add(all, t.say("document.paper.starts"), t.longDay(lease.startsOn()));
        add(all, t.say("document.paper.ends"), lease.endsOn() == null ? null : t.longDay(lease.endsOn()));
        add(
                all,
                t.say("document.paper.holders.count"),
                Integer.toString(facts.holders().size()));
        return all;
    }

    List<Fact> dwelling(Texts t) {
        HeldLease lease = facts.lease();
        List<Fact> all = new ArrayList<>();
        add(all, t.say("document.paper.dwelling"), lease.dwelling().value());
        add(all, t.say("document.paper.home"), facts.address());
        add(all, t.say("document.paper.estate"), lease.estate());
        add(all, t.say("document.paper.building"), lease.building());
        add(all, t.say("document.paper.staircase"), lease.staircase());
        add(all, t.say("document.paper.floor"), lease.floor());
        add(all, t.say("document.paper.door"), lease.door());
        add(all, t.say("document.paper.type"), lease.dwellingType());
        if (lease.surfaceM2() != null) {
            NumberFormat number = NumberFormat.getNumberInstance(t.locale());
            add(all, t.say("document.paper.surface"), number.format(lease.surfaceM2()) + "\u00a0m²");
        }
        return all;
    }

    /// The rent of the term, field by field; benefits are said as what they take off.
    List<Fact> rent(Texts t) {
        List<Fact> all = new ArrayList<>();
        amount(all, t, "document.paper.rent", sum(EnumSet.of(EntryKind.LOYER)), true);
        amount(all, t, "document.paper.parking", sum(EnumSet.of(EntryKind.STATIONNEMENT)), false);
        amount(all, t, "document.paper.sls", sum(EnumSet.of(EntryKind.SLS)), false);
        amount(all, t, "document.paper.charges", sum(CHARGES), true);
        amount(all, t, "document.paper.rls", sum(EnumSet.of(EntryKind.RLS)).negated(), false);
        amount(all, t, "document.paper.apl", sum(EnumSet.of(EntryKind.APL)).negated(), false);
        return all;
    }

    List<Fact> standing(Texts t) {
        List<Fact> all = new ArrayList<>();
        Money overdue = overdue();
        add(
                all,
                t.say("document.paper.up-to-date"),
                t.say(overdue.isPositive() ? "document.paper.no" : "document.paper.yes"));
        if (overdue.isPositive()) {
            add(all, t.say("document.paper.overdue"), t.money(overdue));
        }
        add(all, t.say("document.paper.closed-on"), t.longDay(on));
        return all;
    }

    /// What was due before the day of the figures and is not paid.
    Money overdue() {
        return switch (facts.book().overview().standing(on)) {
            case Standing.UpToDate up -> Money.ZERO;
            case Standing.Due due -> due.overdue();
            case Standing.Late late -> late.amount();
        };
    }

    /// What was paid and has not reached the account yet.
    Money taken() {
        return facts.book().overview().taken();
    }

    private Money sum(Set<EntryKind> kinds) {
        return Share.sum(term.lines().stream()
                .filter(line -> kinds.contains(line.kind()))
                .toList());
    }

    private static void amount(List<Fact> all, Texts t, String key, Money amount, boolean always) {
        if (always || !amount.isZero()) {
            all.add(new Fact(t.say(key), t.money(amount)));
        }
    }

    private static void add(List<Fact> all, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            all.add(new Fact(label, value));
        }
    }
}
