package fr.opalconnect.account;

import java.time.LocalDate;
import java.util.List;

/// What Compte shows.
record StatementView(Statement statement, LocalDate today) {
    /// The words of the account that are explained under it.
    static final List<String> WORDS = List.of("apl", "rls", "charges", "delay");
}
