package fr.opalconnect.conversation;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a short form shows.
///
/// @param owner whose outbox the script keeps, by the tenant number
/// @param about      the line of the account that it is about, if any
/// @param balance    what is owed, where that is what it is about; else null
/// @param by         somebody answers by then
/// @param withOthers others hold the lease too
record AskView(
        String owner,
        Asking asking,
        Answered answered,
        @Nullable Line about,
        @Nullable Money balance,
        Contact contact,
        Instant by,
        boolean withOthers,
        Sheet sheet,
        Mistakes mistakes) {
    String text(Texts t, String what) {
        return t.say(asking.textKey(what));
    }

    /// `soit 84,80 € par mois`: the last month is a little less.
    @Nullable
    String perMonth(Texts t, String choice) {
        if (balance == null || !balance.isPositive()) {
            return null;
        }
        long months = Long.parseLong(choice);
        Money each = Money.ofCents((balance.cents() + months - 1) / months);
        return t.say("conversation.ask.etalement.each", t.money(each));
    }

    /// Nobody owes anything: there is nothing to spread.
    boolean owesNothing() {
        return balance != null && !balance.isPositive();
    }

    boolean isNotice() {
        return asking == Asking.NOTICE_TO_QUIT;
    }
}
