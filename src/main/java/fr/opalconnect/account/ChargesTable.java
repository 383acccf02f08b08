package fr.opalconnect.account;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the yearly charges statements.
@Component
class ChargesTable {
    /// What a theme came to in a year.
    ///
    /// @param advanced as the landlord counts it
    record Stated(int year, EntryKind theme, Money spent, Money advanced) {}

    private final JdbcClient jdbc;

    ChargesTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stated> of(LeaseNumber lease) {
        return jdbc.sql("""
                        SELECT year, theme, spent_cents, advanced_cents FROM account.charges_statement
                        WHERE lease_number = :lease AND closed_at IS NULL
                        """)
                .param("lease", lease.value())
                .query((row, index) -> new Stated(
                        Integer.parseInt(row.getString("year")),
                        EntryKind.of(row.getString("theme")),
                        Money.ofCents(row.getLong("spent_cents")),
                        Money.ofCents(row.getLong("advanced_cents"))))
                .list();
    }
}
