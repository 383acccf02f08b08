package fr.opalconnect.transfer;

import fr.opalconnect.transfer.CamtFile.Booking;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which lines may be what another one takes back.
@Component
class ReversalTable {
    /// Banks take back within thirteen months.
    private static final String MAY_BE = LineTable.LINE + """
            JOIN transfer.line r ON r.id = :line
            JOIN transfer.statement rs ON rs.id = r.statement_id
            JOIN transfer.statement s ON s.id = l.statement_id AND s.account_key = rs.account_key
            WHERE l.kind = 'TRANSFER' AND l.amount_cents = -r.amount_cents
              AND l.booked_on BETWEEN r.booked_on - 400 AND r.booked_on
              AND NOT EXISTS (SELECT FROM transfer.line b WHERE b.takes_back = l.id)
            """;

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    ReversalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The same sum on the same account, the latest first.
    List<Line> mayBe(UUID reversal) {
        return jdbc.sql(MAY_BE + " ORDER BY l.booked_on DESC, l.id LIMIT :most")
                .param("line", reversal)
                .param("most", MOST)
                .query((row, index) -> LineTable.read(row))
                .list();
    }

    /// Those of them that something else than the sum tells: the bank's number, the debtor's name for it, the
    /// reference, the debtor's account.
    List<Line> told(UUID reversal, Booking booking, byte @Nullable [] debtor) {
        return jdbc.sql(MAY_BE + """
                          AND (l.bank_reference = :bankReference OR l.end_to_end = :endToEnd
                               OR l.reference = :reference OR l.debtor_key = :debtor)
                        LIMIT 2
                        """)
                .param("line", reversal)
                .param("bankReference", booking.bankReference(), java.sql.Types.VARCHAR)
                .param("endToEnd", booking.endToEnd(), java.sql.Types.VARCHAR)
                .param("reference", booking.reference(), java.sql.Types.VARCHAR)
                .param("debtor", debtor, java.sql.Types.BINARY)
                .query((row, index) -> LineTable.read(row))
                .list();
    }

    /// @return false when another line takes it back already
    boolean link(UUID reversal, UUID original) {
        return jdbc.sql("""
                        UPDATE transfer.line SET takes_back = :original
                        WHERE id = :reversal AND takes_back IS NULL
                              AND NOT EXISTS (SELECT FROM transfer.line b WHERE b.takes_back = :original)
                        """)
                        .param("reversal", reversal)
                        .param("original", original)
                        .update()
                == 1;
    }
}
