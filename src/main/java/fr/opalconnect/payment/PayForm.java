package fr.opalconnect.payment;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TypedAmount;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How much and how, as it was chosen.
///
/// @param intention  made with the form: however often it is sent, it is one payment
/// @param choice     `tout`, `avis`, `autre`
/// @param typed      the other amount, as typed
/// @param way        `carte`, `prelevement`, `virement`
/// @param confirmed  the cautions were read
/// @param instalment of a repayment plan, when it pays one
record PayForm(
        UUID intention,
        String choice,
        String typed,
        String way,
        boolean confirmed,
        @Nullable UUID instalment) {

    /// What this form would pay; null when that cannot be said.
    @Nullable
    Money amount(AccountOverview account) {
        return switch (choice) {
            case "tout" -> all(account);
            case "avis" -> notice(account);
            case "autre" -> TypedAmount.read(typed);
            default -> null;
        };
    }

    /// All that is owed and not on its way.
    static Money all(AccountOverview account) {
        Money left = account.balance().minus(account.taken());
        return left.isPositive() ? left : Money.ZERO;
    }

    /// What the latest notice asks for its own month, where that is less than all.
    static Money notice(AccountOverview account) {
        Money latest = account.notices().isEmpty()
                ? Money.ZERO
                : account.notices().getFirst().monthTotal();
        return latest.isPositive() && latest.compareTo(all(account)) < 0 ? latest : Money.ZERO;
    }

    Mistakes mistakes(AccountOverview account, CardRules rules) {
        List<Mistake> mistakes = new ArrayList<>();
        Money amount = amount(account);
        if (choice.equals("autre")) {
            if (typed.isBlank()) {
                mistakes.add(new Mistake("autre", "payment.amount.missing"));
            } else if (amount == null) {
                mistakes.add(new Mistake("autre", "payment.amount.wrong", typed.strip()));
            } else if (amount.compareTo(rules.least()) < 0) {
                mistakes.add(new Mistake("autre", "payment.amount.small", rules.least()));
            } else if (amount.compareTo(rules.most()) > 0) {
                mistakes.add(new Mistake("autre", "payment.amount.large", rules.most()));
            }
        } else if (amount == null || !amount.isPositive()) {
            mistakes.add(new Mistake("montant", "payment.amount.choose"));
        }
        if (!List.of("carte", "prelevement", "virement").contains(way)) {
            mistakes.add(new Mistake("moyen", "payment.way.choose"));
        }
        return new Mistakes(mistakes);
    }
}
