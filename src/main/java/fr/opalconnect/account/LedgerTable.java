package fr.opalconnect.account;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the ledger. Entries and notices that the ERP took back stay in the tables, closed, and do not count.
@Component
class LedgerTable {
    /// As many notices as the bars of Accueil show.
    private static final int NOTICES = 6;

    private final JdbcClient jdbc;

    LedgerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AccountOverview overview(LeaseNumber lease) {
        return jdbc.sql("""
                        SELECT account.*, notice.*
                        FROM (SELECT (SELECT coalesce(sum(debit_cents - credit_cents), 0) FROM account.ledger_entry
                                      WHERE lease_number = :lease AND closed_at IS NULL) AS balance,
                                     (SELECT figures_at FROM account.freshness) AS figures_at,
                                     %s AS coming) account
                        LEFT JOIN LATERAL (SELECT id, period, issued_on, due_on, brought_forward_cents,
                                                  month_total_cents, net_to_pay_cents
                                           FROM account.rent_notice
                                           WHERE lease_number = :lease AND closed_at IS NULL
                                           ORDER BY period DESC, issued_on DESC, id LIMIT :notices) notice ON true
                        """.formatted(ComingTable.COLUMN))
                .param("lease", lease.value())
                .param("notices", NOTICES)
                .query(LedgerTable::readOverview);
    }

    /// The whole account's running balance has to be summed anyway, so one statement brings all that the page shows;
    /// one row comes even when there is no line.
    Statement statement(LeaseNumber lease, @Nullable Integer year) {
        return jdbc.sql("""
                        WITH line AS (
                            SELECT id, kind, label, operation_date, debit_cents - credit_cents AS amount, notice_id,
                                   period, reverses_id, sum(debit_cents - credit_cents)
                                       OVER (ORDER BY operation_date, notice_id NULLS FIRST, id
                                             ROWS UNBOUNDED PRECEDING) AS balance
                            FROM account.ledger_entry WHERE lease_number = :lease AND closed_at IS NULL),
                        account AS (
                            SELECT coalesce(sum(amount), 0) AS account_balance,
                                   array_agg(DISTINCT extract(year FROM operation_date)::int) AS years,
                                   coalesce(:year, max(extract(year FROM operation_date))::int) AS year,
                                   (SELECT figures_at FROM account.freshness) AS figures_at,
                                   %s AS coming
                            FROM line)
                        SELECT account.*, line.*, notice.due_on AS notice_due, notice.period AS notice_of
                        FROM account
                        LEFT JOIN line ON extract(year FROM line.operation_date) = account.year
                        LEFT JOIN account.rent_notice notice ON notice.id = line.notice_id
                        ORDER BY line.operation_date DESC, line.notice_id DESC NULLS LAST, line.id DESC
                        """.formatted(ComingTable.COLUMN))
                .param("lease", lease.value())
                .param("year", year, java.sql.Types.INTEGER)
                .query(LedgerTable::readStatement);
    }

    private static AccountOverview readOverview(ResultSet row) throws SQLException {
        row.next();
        Money balance = Money.ofCents(row.getLong("balance"));
        Instant figuresAt = instant(row, "figures_at");
        List<Coming> coming = ComingTable.read(row.getArray("coming"));
        List<RentNotice> notices = new ArrayList<>();
        do {
            if (row.getString("id") != null) {
                notices.add(new RentNotice(
                        row.getString("id"),
                        YearMonth.from(row.getObject("period", LocalDate.class)),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        Money.ofCents(row.getLong("brought_forward_cents")),
                        Money.ofCents(row.getLong("month_total_cents")),
                        Money.ofCents(row.getLong("net_to_pay_cents"))));
            }
        } while (row.next());
        return new AccountOverview(balance, notices, figuresAt, coming);
    }

    private static Statement readStatement(ResultSet row) throws SQLException {
        row.next();
        int year = row.getInt("year");
        List<Integer> years = years(row.getArray("years"));
        Money balance = Money.ofCents(row.getLong("account_balance"));
        Instant figuresAt = instant(row, "figures_at");
        List<Coming> coming = ComingTable.read(row.getArray("coming"));
        List<Line> lines = new ArrayList<>();
        do {
            if (row.getString("id") != null) {
                lines.add(readLine(row));
            }
        } while (row.next());
        return new Statement(year, years, lines, balance, figuresAt, coming);
    }

    static Line readLine(ResultSet row) throws SQLException {
        return new Line(
                row.getString("id"),
                EntryKind.of(row.getString("kind")),
                row.getString("label"),
                row.getObject("operation_date", LocalDate.class),
                Money.ofCents(row.getLong("amount")),
                Money.ofCents(row.getLong("balance")),
                row.getString("notice_id"),
                row.getObject("notice_due", LocalDate.class),
                month(row, "notice_of"),
                month(row, "period"),
                row.getString("reverses_id"));
    }

    private static @Nullable YearMonth month(ResultSet row, String column) throws SQLException {
        LocalDate first = row.getObject(column, LocalDate.class);
        return first == null ? null : YearMonth.from(first);
    }

    private static List<Integer> years(@Nullable Array array) throws SQLException {
        if (array == null) {
            return List.of();
        }
        return List.of((Integer[]) array.getArray()).reversed();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
