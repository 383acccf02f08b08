package fr.opalconnect.payment;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.landlord.PaymentWays;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much and how.
///
/// @param debitDay on which notices are collected; null when no mandate stands
/// @param cautions what is on its way already
/// @param asking   they were not read yet, though the button was pressed
record PayView(
        AccountOverview account,
        PaymentWays ways,
        @Nullable Integer debitDay,
        PayForm form,
        Mistakes mistakes,
        List<Caution> cautions,
        boolean asking,
        CardRules rules,
        Instant now) {
    Money all() {
        return PayForm.all(account);
    }

    Money notice() {
        return PayForm.notice(account);
    }

    /// `L’avis de novembre`
    String noticeMonth(Texts t) {
        return t.month(account.notices().getFirst().period());
    }

    boolean chose(String choice) {
        return form.choice().equals(choice);
    }

    String debit(Texts t) {
        return debitDay == null ? t.say("payment.way.debit.what") : t.say("payment.way.debit.stands", debitDay);
    }

    boolean goes(String way) {
        return form.way().equals(way);
    }

    /// What the button says: the amount where it is known, and how.
    String button(Texts t) {
        Money amount = form.amount(account);
        String way = form.way().isEmpty() ? "carte" : form.way();
        return amount == null || !amount.isPositive()
                ? t.say("payment.pay")
                : t.say("payment.pay." + way, t.money(amount));
    }
}
