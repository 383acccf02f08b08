package fr.opalconnect.account;

import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/// What Compte shows.
///
/// @param terms   of the whole account: which papers can be had
/// @param offered whether this landlord has a way to pay here
record StatementView(Statement statement, List<Term> terms, boolean offered, LocalDate today) {
    /// The words of the account that are explained under it.
    static final List<String> WORDS = List.of("apl", "rls", "charges", "delay");

    boolean canPay() {
        return offered && toPay().isPositive();
    }

    /// What is owed beside what is paid already and on its way, as on Accueil.
    Money toPay() {
        return statement.coming().stream()
                .filter(Coming::isTaken)
                .map(Coming::amount)
                .reduce(statement.balance(), Money::minus);
    }
}
