package fr.opalconnect.debit;

import fr.opalconnect.ui.Mistakes;
import java.util.SortedSet;

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
    String action() {
        return change ? BeginPage.CHANGE : BeginPage.PATH;
    }

    boolean isChosen(int each) {
        return day.equals(Integer.toString(each));
    }
}
