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
    static final int NOTICES = 6;

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

    /// All of it in one statement; one row comes even when there is no line.
    AccountBook book(LeaseNumber lease) {
        return jdbc.sql("""
                        SELECT account.*, line.*, notice.due_on AS notice_due, notice.period AS notice_of
                        FROM (SELECT (SELECT figures_at FROM account.freshness) AS figures_at,
                                     (SELECT array_agg(concat_ws('|', id, period, issued_on, due_on,
                                                                 brought_forward_cents, month_total_cents,
                                                                 net_to_pay_cents)
                                                       ORDER BY period DESC, issued_on DESC, id)
                                      FROM account.rent_notice
                                      WHERE lease_number = :lease AND closed_at IS NULL) AS notices,
                                     %s AS coming) account
                        LEFT JOIN (SELECT id, kind, label, operation_date, debit_cents - credit_cents AS amount,
                                          notice_id, period, reverses_id,
                                          sum(debit_cents - credit_cents)
                                              OVER (ORDER BY operation_date, notice_id NULLS FIRST, id
                                                    ROWS UNBOUNDED PRECEDING) AS balance
                                   FROM account.ledger_entry
                                   WHERE lease_number = :lease AND closed_at IS NULL) line ON true
                        LEFT JOIN account.rent_notice notice ON notice.id = line.notice_id
                        ORDER BY line.operation_date, line.notice_id NULLS FIRST, line.id
                        """.formatted(ComingTable.COLUMN))
                .param("lease", lease.value())
                .query(LedgerTable::readBook);
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

    private static AccountBook readBook(ResultSet row) throws SQLException {
        row.next();
        Instant figuresAt = instant(row, "figures_at");
        List<Coming> coming = ComingTable.read(row.getArray("coming"));
        List<RentNotice> notices = notices(row.getArray("notices"));
        List<Line> lines = new ArrayList<>();
        do {
            if (row.getString("id") != null) {
                lines.add(readLine(row));
            }
        } while (row.next());
        return new AccountBook(notices, lines, figuresAt, coming);
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

    /// The fields that never hold a bar come last.
    private static List<RentNotice> notices(@Nullable Array column) throws SQLException {
        List<RentNotice> notices = new ArrayList<>();
        for (String fields : column == null ? new String[0] : (String[]) column.getArray()) {
            String[] field = fields.split("\\|", -1);
            int last = field.length - 1;
            notices.add(new RentNotice(
                    String.join("|", List.of(field).subList(0, last - 5)),
                    YearMonth.from(LocalDate.parse(field[last - 5])),
                    LocalDate.parse(field[last - 4]),
                    LocalDate.parse(field[last - 3]),
                    Money.ofCents(Long.parseLong(field[last - 2])),
                    Money.ofCents(Long.parseLong(field[last - 1])),
                    Money.ofCents(Long.parseLong(field[last]))));
        }
        return notices;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
