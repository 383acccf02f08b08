package fr.opalconnect.debit;

import fr.opalconnect.kernel.Iban;
import fr.opalconnect.ui.Mistakes;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// The form of the bank account, as it comes first or comes back.
///
/// @param change whether it is the account of a mandate that there is
/// @param days   to choose from
/// @param usedAfter  days until a new account is used
record BeginView(
        boolean change,
        String iban,
        String holder,
        String day,
        SortedSet<Integer> days,
        int usedAfter,
        Mistakes mistakes) {
    /// Of an IBAN that is right, where something else was not; null otherwise, and when it is not known.
    @Nullable
    String bank() {
        return Iban.read(iban) instanceof Iban.Read.Right right ? Banks.nameOf(right.iban()) : null;
    }

    String action() {
        return change ? BeginPage.CHANGE : BeginPage.PATH;
    }

    boolean isChosen(int each) {
        return day.equals(Integer.toString(each));
    }
}
