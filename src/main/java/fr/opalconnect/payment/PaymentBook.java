package fr.opalconnect.payment;

import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.account.Posted;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.platform.Looks;
import fr.opalconnect.tenancy.LeaseAtDesk;
import fr.opalconnect.tenancy.TenantFiles;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The payments by card as the office sees them: of the leases in somebody's agencies; for others they do not exist.
@Component
class PaymentBook {
    private static final int MESSAGES = 200;

    /// A payment in a list.
    record Entry(
            Payment payment, LeaseAtDesk lease, @Nullable Posted posted) {}

    /// A message that wants somebody's eyes.
    ///
    /// @param entry the payment it is about, if any
    record Misfit(DayTable.Message message, @Nullable Entry entry) {}

    private final DayTable days;
    private final TenantFiles files;
    private final ComingPayments coming;
    private final Looks looks;
    private final InstantSource clock;

    PaymentBook(DayTable days, TenantFiles files, ComingPayments coming, Looks looks, InstantSource clock) {
        this.days = days;
        this.files = files;
        this.coming = coming;
        this.looks = looks;
        this.clock = clock;
    }

    /// Whether they may change something here; all others only read.
    static boolean mayAct(SignedInStaff who) {
        return who.role().mayAll(StaffRole.AGENCY_MANAGER);
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(Texts.ZONE).toInstant();
    }

    /// Begun on that day, the latest first.
    List<Entry> day(SignedInStaff who, LocalDate day) {
        return entries(who, days.begun(start(day), start(day.plusDays(1))));
    }

    List<Entry> moved(SignedInStaff who, PaymentState to, LocalDate day) {
        return entries(who, days.moved(to, start(day), start(day.plusDays(1))));
    }

    /// Those of these that are theirs to see.
    List<Entry> entries(SignedInStaff who, List<Payment> payments) {
        Map<LeaseNumber, LeaseAtDesk> leases = files.leases(
                who, payments.stream().map(Payment::lease).distinct().toList());
        List<Payment> theirs = payments.stream()
                .filter(payment -> leases.containsKey(payment.lease()))
                .toList();
        Map<UUID, Posted> posted =
                coming.posted(theirs.stream().map(Payment::id).toList());
        return theirs.stream()
                .map(payment -> new Entry(
                        payment, Objects.requireNonNull(leases.get(payment.lease())), posted.get(payment.id())))
                .toList();
    }

    /// One payment; the look is written down.
    ///
    /// @return null when there is none, or none of theirs
    @Nullable
    Entry open(SignedInStaff who, UUID id) {
        Entry entry = find(who, id);
        if (entry != null) {
            looks.look(who, entry.payment().tenant().value(), "payment", null);
        }
        return entry;
    }

    @Nullable
    Entry find(SignedInStaff who, UUID id) {
        Payment payment = days.find(id);
        return payment == null
                ? null
                : entries(who, List.of(payment)).stream().findFirst().orElse(null);
    }

    /// Messages that nobody has looked at: about payments of theirs; those about none are for administrators.
    List<Misfit> misfits(SignedInStaff who) {
        List<DayTable.Message> messages = days.wantingEyes(MESSAGES);
        Map<UUID, Payment> payments = days.find(messages.stream()
                .map(DayTable.Message::payment)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<Entry> entries = entries(who, List.copyOf(payments.values()));
        List<Misfit> misfits = new ArrayList<>();
        for (DayTable.Message message : messages) {
            Entry entry = entries.stream()
                    .filter(each -> each.payment().id().equals(message.payment()))
                    .findFirst()
                    .orElse(null);
            if (entry != null || (message.payment() == null && who.seesAllAgencies())) {
                misfits.add(new Misfit(message, entry));
            }
        }
        return misfits;
    }

    /// @return false when it is not theirs, or was seen already
    boolean seen(SignedInStaff who, long message) {
        return mayAct(who)
                && misfits(who).stream().anyMatch(misfit -> misfit.message().id() == message)
                && days.seen(message, who.actor(), clock.instant());
    }
}
