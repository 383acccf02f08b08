package fr.opalconnect.debit;

import fr.opalconnect.account.DebitableTerms;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The office approves the collections of a day: they become one file for the bank, in one transaction.
@Component
class Approval {
    /// What came of it.
    sealed interface Ending {
        /// @param leftOut how many were paid otherwise meanwhile
        record Written(UUID file, int leftOut) implements Ending {}

        /// Nothing was left to collect.
        record Nothing() implements Ending {}

        /// A bank takes no day that is today or over.
        record TooLate() implements Ending {}
    }

    /// A collection, and what of it is still owed.
    private record Kept(DirectDebit debit, Money amount) {}

    private final DirectDebitTable table;
    private final DirectDebits debits;
    private final DebitableTerms terms;
    private final BankFiles files;
    private final Audit audit;
    private final InstantSource clock;

    Approval(
            DirectDebitTable table,
            DirectDebits debits,
            DebitableTerms terms,
            BankFiles files,
            Audit audit,
            InstantSource clock) {
        this.table = table;
        this.debits = debits;
        this.terms = terms;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    static boolean mayApprove(SignedInStaff who) {
        return who.role().mayAll(StaffRole.AGENCY_MANAGER);
    }

    /// All collections of that day in their agencies. What was paid otherwise since the announcement is left out, and
    /// never more is taken than what is still owed.
    @Transactional
    Ending approve(SignedInStaff who, LocalDate dueOn) {
        if (!dueOn.isAfter(clock.instant().atZone(Texts.ZONE).toLocalDate())) {
            return new Ending.TooLate();
        }
        List<DirectDebit> announced = table.lockAnnounced(who, dueOn);
        List<Kept> kept = stillOwed(announced, who);
        if (kept.isEmpty()) {
            return new Ending.Nothing();
        }
        Map<UUID, Money> amounts =
                kept.stream().collect(Collectors.toMap(one -> one.debit().id(), Kept::amount));
        BankFiles.Made made =
                files.write(who, dueOn, kept.stream().map(Kept::debit).toList(), amounts);
        for (Kept one : kept) {
            DirectDebit debit = one.debit();
            debits.send(debit, one.amount(), made.placeOf(debit.id()), who.actor());
        }
        audit.note(who.actor(), "approved collections", made.file().messageId());
        return new Ending.Written(made.file().id(), announced.size() - kept.size());
    }

    private List<Kept> stillOwed(List<DirectDebit> announced, SignedInStaff who) {
        Map<LeaseNumber, Money> owed = new HashMap<>(terms.owed(
                announced.stream().map(DirectDebit::lease).toList(),
                announced.stream().map(DirectDebit::id).toList()));
        List<Kept> kept = new ArrayList<>();
        for (DirectDebit debit : announced) {
            Money left = owed.getOrDefault(debit.lease(), Money.ZERO);
            Money amount = debit.amount().min(left);
            if (amount.isPositive()) {
                owed.put(debit.lease(), left.minus(amount));
                kept.add(new Kept(debit, amount));
            } else {
                debits.leaveOut(debit, LeftOut.PAID, null, who.actor());
            }
        }
        return kept;
    }
}
