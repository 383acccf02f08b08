package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import java.util.List;
import java.util.Objects;

/// One payment as the desk sees it.
///
/// @param left what can still be given back
record DeskPaymentView(
        PaymentBook.Entry entry,
        List<PaymentStep> steps,
        List<DayTable.Message> messages,
        List<Refund> refunds,
        Money left,
        boolean mayAct,
        RefundForm form,
        Mistakes mistakes) {
    String path() {
        return DayPage.PATH + "/" + entry.payment().id();
    }

    /// A second charge that nobody has prepared a refund for.
    boolean isToBeRefunded(DayTable.Message message) {
        return mayAct
                && message.verdict() == Verdict.SECOND_CHARGE
                && refunds.stream().noneMatch(refund -> Objects.equals(refund.message(), message.id()));
    }

    /// Why a step was taken: in the provider's words, with whose they are; in ours where they say more than the state.
    static String reason(Texts t, PaymentStep step) {
        if (step.message() != null) {
            return t.say("payment.misfits.said", step.why());
        }
        return step.to() == PaymentState.BEGUN || step.to() == PaymentState.SENT ? "" : step.why();
    }

    String amount() {
        return mistakes.any() ? form.amount() : left.toEuros().replace('.', ',');
    }
}
