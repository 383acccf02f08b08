package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.LeaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads a rent account from its first line to its last: some two hundred lines in two years.
@Component
class HistoryTable {
    private static final String LINE = """
            SELECT e.id, e.kind, e.label, e.operation_date, e.debit_cents - e.credit_cents AS amount, e.notice_id,
                   e.period, e.reverses_id, notice.due_on AS notice_due, notice.period AS notice_of,
                   sum(e.debit_cents - e.credit_cents)
                       OVER (ORDER BY e.operation_date, e.notice_id NULLS FIRST, e.id
                             ROWS UNBOUNDED PRECEDING) AS balance
            FROM account.ledger_entry e
            LEFT JOIN account.rent_notice notice ON notice.id = e.notice_id
            WHERE e.lease_number = :lease AND e.closed_at IS NULL""";

    private final JdbcClient jdbc;

    HistoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One row comes even when there is no line.
    AccountHistory of(LeaseNumber lease) {
        return jdbc.sql("""
                        SELECT account.*, line.*
                        FROM (SELECT (SELECT figures_at FROM account.freshness) AS figures_at, %s AS coming) account
                        LEFT JOIN (%s) line ON true
                        ORDER BY line.operation_date, line.notice_id NULLS FIRST, line.id
                        """.formatted(ComingTable.COLUMN, LINE))
                .param("lease", lease.value())
                .query(HistoryTable::read);
    }

    @Nullable
    Line find(LeaseNumber lease, String id) {
        return jdbc.sql("SELECT * FROM (" + LINE + ") line WHERE id = :id")
                .param("lease", lease.value())
                .param("id", id)
                .query((row, index) -> LedgerTable.readLine(row))
                .optional()
                .orElse(null);
    }

    private static AccountHistory read(ResultSet row) throws SQLException {
        row.next();
        Instant figuresAt = LedgerTable.instant(row, "figures_at");
        List<Coming> coming = ComingTable.read(row.getArray("coming"));
        List<Line> lines = new ArrayList<>();
        do {
            if (row.getString("id") != null) {
                lines.add(LedgerTable.readLine(row));
            }
        } while (row.next());
        return new AccountHistory(lines, figuresAt, coming);
    }
}
