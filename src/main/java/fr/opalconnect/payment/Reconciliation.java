package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.payment.DayBalance.Difference;
import fr.opalconnect.payment.DayBalance.Kind;
import fr.opalconnect.payment.DayBalance.Sum;
import fr.opalconnect.payment.PaymentBook.Entry;
import fr.opalconnect.payment.provider.DayBook;
import fr.opalconnect.payment.provider.PaymentProvider;
import fr.opalconnect.platform.Audit;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Holds a day's money of the provider, of ours and of the ERP against each other.
@Component
class Reconciliation {
    /// Days after which the ERP should have a payment, weekends and holidays included.
    private static final int POSTED_WITHIN = 6;

    private final ObjectProvider<PaymentProvider> providers;
    private final PaymentBook book;
    private final DayTable days;
    private final Audit audit;
    private final InstantSource clock;

    Reconciliation(
            ObjectProvider<PaymentProvider> providers,
            PaymentBook book,
            DayTable days,
            Audit audit,
            InstantSource clock) {
        this.providers = providers;
        this.book = book;
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /// The provider's sums are of the whole landlord: only who sees all agencies gets them.
    DayBalance of(SignedInStaff who, LocalDate day) {
        List<Entry> paid = book.moved(who, PaymentState.PAID, day);
        List<Difference> differences = new ArrayList<>();
        PaymentProvider provider = who.seesAllAgencies() ? providers.getIfAvailable() : null;
        Sum theirs = provider instanceof DayBook told ? compare(who, told.of(day), paid, differences) : null;
        differences.addAll(secondCharges(who, day));
        for (Entry entry : book.moved(who, PaymentState.REVERSED, day)) {
            differences.add(difference(Kind.REVERSED, entry));
        }
        List<Entry> posted =
                paid.stream().filter(entry -> entry.posted() != null).toList();
        boolean overdue = clock.instant().isAfter(PaymentBook.start(day.plusDays(POSTED_WITHIN)));
        for (Entry entry : paid) {
            if (entry.posted() == null && entry.payment().state() == PaymentState.PAID) {
                differences.add(difference(overdue ? Kind.OVERDUE : Kind.NOT_POSTED, entry));
            }
        }
        return new DayBalance(
                day,
                sum(paid),
                sum(posted),
                theirs,
                provider == null ? null : days.typed(provider.name(), day).orElse(null),
                List.copyOf(differences));
    }

    private Sum compare(SignedInStaff who, List<DayBook.Taken> told, List<Entry> paid, List<Difference> differences) {
        Money all = Money.ZERO;
        Set<String> seen = new HashSet<>();
        List<Entry> elsewhere = book.entries(
                who,
                days.byReferences(told.stream().map(DayBook.Taken::reference).toList()));
        for (DayBook.Taken taken : told) {
            all = all.plus(taken.amount());
            seen.add(taken.reference());
            Entry ours = find(paid, taken.reference());
            if (ours == null) {
                differences.add(new Difference(
                        Kind.NOT_OURS, taken.amount(), taken.reference(), find(elsewhere, taken.reference())));
            } else if (!ours.payment().amount().equals(taken.amount())) {
                differences.add(new Difference(Kind.OTHER_AMOUNT, taken.amount(), taken.reference(), ours));
            }
        }
        for (Entry entry : paid) {
            // What was taken back that very day the provider does not count any more; it has a line of its own.
            if (!seen.contains(entry.payment().reference()) && entry.payment().state() == PaymentState.PAID) {
                differences.add(difference(Kind.NOT_THEIRS, entry));
            }
        }
        return new Sum(told.size(), all);
    }

    private List<Difference> secondCharges(SignedInStaff who, LocalDate day) {
        List<UUID> payments = days.secondCharges(PaymentBook.start(day), PaymentBook.start(day.plusDays(1))).stream()
                .map(DayTable.Message::payment)
                .filter(Objects::nonNull)
                .toList();
        return book.entries(who, List.copyOf(days.find(payments).values())).stream()
                .map(entry -> difference(Kind.SECOND_CHARGE, entry))
                .toList();
    }

    /// Somebody has read the provider's statement.
    ///
    /// @return false when it is not theirs to say
    boolean type(SignedInStaff who, LocalDate day, Money amount) {
        PaymentProvider provider = providers.getIfAvailable();
        if (provider == null || !who.seesAllAgencies()) {
            return false;
        }
        days.type(provider.name(), day, amount, who.actor(), who.name(), clock.instant());
        audit.note(who.actor(), "typed the provider's statement", day.toString());
        return true;
    }

    private static @Nullable Entry find(List<Entry> entries, String reference) {
        return entries.stream()
                .filter(entry -> entry.payment().reference().equals(reference))
                .findFirst()
                .orElse(null);
    }

    private static Difference difference(Kind kind, Entry entry) {
        return new Difference(kind, entry.payment().amount(), entry.payment().reference(), entry);
    }

    private static Sum sum(List<Entry> entries) {
        return new Sum(
                entries.size(),
                entries.stream().map(entry -> entry.payment().amount()).reduce(Money.ZERO, Money::plus));
    }
}
