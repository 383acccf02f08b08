package fr.opalconnect.office;

import fr.opalconnect.access.ActivationTrouble;
import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.conversation.Line;
import fr.opalconnect.document.Document;
import fr.opalconnect.insurance.Covers;
import fr.opalconnect.kernel.FrenchDays;
import fr.opalconnect.landlord.Adviser;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.notification.MailAddresses;
import fr.opalconnect.notification.ToldLine;
import fr.opalconnect.tenancy.ContactRequest;
import fr.opalconnect.tenancy.DwellingPlace;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.TenantFile;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a tenant's file shows.
///
/// @param returned how e-mails to their address come back; null when they arrive, as far as is known
/// @param activity whether the app opens for them, and if not why
/// @param requests what the tenant asked to be corrected, open or not
/// @param told     what the tenant was told
/// @param done     what was just done; null when nothing was
record TenantFileView(
        TenantFile file,
        List<OfLease> leases,
        MailAddresses.@Nullable Returned returned,
        ActivationTrouble.@Nullable Activity activity,
        List<Line> conversations,
        List<ContactRequest> requests,
        List<ToldLine> told,
        List<FileEvent> history,
        @Nullable String done,
        LocalDate today) {
    private static final Set<String> DONE = Set.of("numero", "repris", "demande", "courriel");

    /// One lease with what belongs to it.
    record OfLease(
            HeldLease lease,
            List<TenantFile.OnLease> people,
            AccountOverview account,
            @Nullable Agency agency,
            @Nullable Adviser adviser,
            List<Document> documents,
            Covers.@Nullable Stand insurance) {
        List<Fact> facts(Texts t) {
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(t.say("office.file.dwelling"), lease.dwelling().value() + " · " + lease.dwellingType()));
            facts.add(new Fact(
                    t.say("office.file.address"),
                    "%s, %s %s".formatted(lease.address(), lease.postcode(), lease.city())));
            String place = DwellingPlace.words(t, lease);
            if (!place.isEmpty()) {
                facts.add(new Fact(t.say("office.file.place"), place));
            }
            facts.add(new Fact(
                    t.say("office.file.lease"),
                    lease.endsOn() == null
                            ? t.say("office.file.lease.since", lease.number().value(), t.longDay(lease.startsOn()))
                            : t.say(
                                    "office.file.lease.until",
                                    lease.number().value(),
                                    t.longDay(lease.startsOn()),
                                    t.longDay(lease.endsOn()))));
            if (insurance != null) {
                facts.add(new Fact(t.say("office.file.insurance"), insurance.sentence(t)));
            }
            if (agency != null) {
                facts.add(new Fact(
                        t.say("office.file.agency"),
                        adviser == null ? agency.name() : agency.name() + " · " + adviser.fullName()));
            }
            return facts;
        }
    }

    /// The address of the file itself.
    String path() {
        return TenantFilePage.PATH + file.number().value();
    }

    List<Fact> person(Texts t) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(t.say("office.file.number"), file.number().value()));
        facts.add(new Fact(t.say("office.file.email"), orNone(t, file.tenancy().email())));
        if (file.tenancy().language() != null) {
            String spoken = Language.of(file.tenancy().language()).nameIn(t.locale());
            facts.add(new Fact(t.say("office.file.language"), spoken));
        }
        return facts;
    }

    /// The number in force, as people read it.
    String phone(Texts t) {
        var phone = file.tenancy().phone();
        return phone != null ? phone.national() : orNone(t, file.tenancy().mobile());
    }

    /// The key of the sentence about what was just done; null for what nobody does.
    @Nullable
    String said() {
        return done != null && DONE.contains(done) ? "office.file.done." + done : null;
    }

    List<ContactRequest> open() {
        return requests.stream()
                .filter(request -> request.state() == ContactRequest.State.OPEN)
                .toList();
    }

    String when(Texts t, Instant at) {
        ZonedDateTime there = at.atZone(Texts.ZONE);
        LocalDate day = there.toLocalDate();
        return day.equals(today) ? t.time(there) : t.shortDay(day);
    }

    /// `23 nov. 14:11`, with the year when it is another one.
    String moment(Texts t, Instant at) {
        ZonedDateTime there = at.atZone(Texts.ZONE);
        String rest = there.getYear() == today.getYear() ? " MMM HH:mm" : " MMM uuuu";
        DateTimeFormatter moment =
                t.french() ? FrenchDays.with(rest) : DateTimeFormatter.ofPattern("d" + rest, t.locale());
        return Texts.unbroken(there.format(moment));
    }

    private static String orNone(Texts t, @Nullable String value) {
        return value == null || value.isBlank() ? t.say("office.file.none") : value;
    }
}
