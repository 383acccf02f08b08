package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A day's money, as three parties have it.
///
/// @param ours        what became paid that day
/// @param erp         what of it the ERP has an entry of
/// @param provider    what the provider's own books say; null when it can't tell, or it is not for this reader
/// @param typed       what somebody read on the provider's statement; null when nobody has, or not for this reader
/// @param differences what to look at
record DayBalance(
        LocalDate day,
        Sum ours,
        Sum erp,
        @Nullable Sum provider,
        DayTable.@Nullable Typed typed,
        List<Difference> differences) {
    record Sum(int count, Money amount) {}

    enum Kind {
        /// The provider has taken it; with us it did not become paid that day.
        NOT_OURS,
        /// It became paid with us; the provider does not have it on that day.
        NOT_THEIRS,
        OTHER_AMOUNT,
        SECOND_CHARGE,
        REVERSED,
        NOT_POSTED,
        /// The ERP should have had it by now.
        OVERDUE;

        String textKey() {
            return "payment.balance."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// @param entry the payment, when it is one of ours
    record Difference(Kind kind, Money amount, String reference, PaymentBook.@Nullable Entry entry) {}

    /// How far the statement is from ours; null when nobody has typed it.
    @Nullable
    Money gap() {
        return typed == null ? null : typed.amount().minus(ours.amount());
    }

    boolean isEven() {
        Money gap = gap();
        return differences.isEmpty() && (gap == null || gap.isZero());
    }
}
