package fr.opalconnect.payment;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.AgreedPlans;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.landlord.PaymentWays;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.util.List;

/// How much and how.
///
/// @param cautions what is on its way already
/// @param asking   they were not read yet, though the button was pressed
record PayView(
        AccountOverview account,
        PaymentWays ways,
        Agreed agreed,
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
        Integer day = agreed.debitDay();
        return day == null ? t.say("payment.way.debit.what") : t.say("payment.way.debit.stands", day);
    }

    /// Whoever pays in instalments reads which comes next; everybody else that it may be asked for.
    String plan(Texts t) {
        AgreedPlans.Instalment next = agreed.instalment();
        return next == null ? t.say("payment.hard") : t.say("payment.plan", next.amount(), t.day(next.dueOn()));
    }

    String planLink(Texts t) {
        return t.say(agreed.instalment() == null ? "payment.hard.ask" : "payment.plan.see");
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
