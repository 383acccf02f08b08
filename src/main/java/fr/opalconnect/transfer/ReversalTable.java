package fr.opalconnect.transfer;

import fr.opalconnect.transfer.CamtFile.Booking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// The one that something else than the sum tells, the surest first: the bank's number, the debtor's name for it,
    /// the reference, the debtor's account. A tenant pays the same sum month after month: where several are alike,
    /// nothing is sure.
    @Nullable
    Line told(UUID reversal, Booking booking, byte @Nullable [] debtor) {
        Map<String, @Nullable Object> clues = new LinkedHashMap<>();
        clues.put("bank_reference", booking.bankReference());
        clues.put("end_to_end", booking.endToEnd());
        clues.put("reference", booking.reference());
        clues.put("debtor_key", debtor);
        for (Map.Entry<String, @Nullable Object> clue : clues.entrySet()) {
            Object value = clue.getValue();
            List<Line> found = value == null ? List.of() : like(reversal, clue.getKey(), value);
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.getFirst() : null;
            }
        }
        return null;
    }

    private List<Line> like(UUID reversal, String column, Object value) {
        return jdbc.sql(MAY_BE + " AND l." + column + " = :value LIMIT 2")
                .param("line", reversal)
                .param("value", value)
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
