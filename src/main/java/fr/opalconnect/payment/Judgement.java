package fr.opalconnect.payment;

import fr.opalconnect.payment.provider.Finding;
import fr.opalconnect.payment.provider.Outcome;
import org.jspecify.annotations.Nullable;

/// What a provider's finding means for a payment. Nothing is read or written here: the same two always mean the same.
///
/// @param to  where the payment goes; null when it stays
/// @param why for the desk
record Judgement(Verdict verdict, @Nullable PaymentState to, String why) {
    /// @param test whether the provider is set up so that no real money moves
    static Judgement of(Payment payment, Finding finding, boolean test) {
        String misfit = misfit(payment, finding, test);
        if (misfit != null) {
            return new Judgement(Verdict.MISFIT, null, misfit);
        }
        PaymentState to = state(finding.outcome());
        if (to == PaymentState.PAID && isAnotherCharge(payment, finding)) {
            return new Judgement(Verdict.SECOND_CHARGE, null, finding.detail());
        }
        if (to == payment.state()) {
            return new Judgement(Verdict.KNOWN, null, finding.detail());
        }
        return payment.state().leadsTo(to)
                ? new Judgement(Verdict.MOVED, to, finding.detail())
                : new Judgement(Verdict.OVERTAKEN, null, finding.detail());
    }

    private static @Nullable String misfit(Payment payment, Finding finding, boolean test) {
        if (!finding.reference().equals(payment.reference())) {
            return "order";
        }
        if (!finding.debit()) {
            return "direction";
        }
        if (finding.test() != test) {
            return "mode";
        }
        if (!finding.currency().equals("EUR")) {
            return "currency " + finding.currency();
        }
        return finding.amount().equals(payment.amount()) ? null : "amount";
    }

    private static boolean isAnotherCharge(Payment payment, Finding finding) {
        return payment.providerTransaction() != null
                && !finding.transaction().isEmpty()
                && !finding.transaction().equals(payment.providerTransaction());
    }

    private static PaymentState state(Outcome outcome) {
        return switch (outcome) {
            case PAID -> PaymentState.PAID;
            case RUNNING -> PaymentState.RUNNING;
            case REFUSED -> PaymentState.REFUSED;
            case ABANDONED -> PaymentState.ABANDONED;
            case EXPIRED -> PaymentState.EXPIRED;
            case FAILED_LATER -> PaymentState.REVERSED;
        };
    }
}
