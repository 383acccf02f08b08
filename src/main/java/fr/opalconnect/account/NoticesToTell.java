package fr.opalconnect.account;

import static java.util.stream.Collectors.toMap;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rent notices of all tenants that are worth telling them of; for the module that tells, whom nobody is signed in for.
/// Each verb is one round trip.
@Component
public class NoticesToTell {
    /// @param sum what it asks, or what is left of that to pay
    public record Notice(String id, LeaseNumber lease, YearMonth period, LocalDate dueOn, Money sum) {}

    private final JdbcClient jdbc;
    private final NoticeDebits debits;

    NoticesToTell(JdbcClient jdbc, NoticeDebits debits) {
        this.jdbc = jdbc;
        this.debits = debits;
    }

    /// From when the figures are; null while there are none.
    public @Nullable Instant figuresAt() {
        return jdbc.sql("SELECT figures_at FROM account.freshness")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /// Those issued since a day, and due after another.
    public List<Notice> issuedSince(LocalDate day, LocalDate dueAfter) {
        return jdbc.sql("""
                        SELECT id, lease_number, period, due_on, net_to_pay_cents AS cents FROM account.rent_notice
                        WHERE issued_on >= :day AND due_on > :after AND closed_at IS NULL
                        """)
                .param("day", day)
                .param("after", dueAfter)
                .query((row, index) -> read(row))
                .list();
    }

    /// Those due between two days of which something is left to pay, beside what is on its way.
    ///
    /// @param spread what of a lease's debt is to be paid in later months, as was agreed
    public List<Notice> unpaid(LocalDate from, LocalDate to, Map<LeaseNumber, Money> spread) {
        List<LeaseNumber> leases = List.copyOf(spread.keySet());
        return jdbc.sql("""
                        SELECT n.id, n.lease_number, n.period, n.due_on, least(n.net_to_pay_cents, owed.cents) AS cents
                        FROM account.rent_notice n
                        LEFT JOIN unnest(:leases, :later) AS s(lease, later) ON s.lease = n.lease_number
                        CROSS JOIN LATERAL (
                            SELECT coalesce((SELECT sum(e.debit_cents - e.credit_cents) FROM account.ledger_entry e
                                             WHERE e.lease_number = n.lease_number AND e.closed_at IS NULL), 0)
                                   - coalesce((SELECT sum(c.amount_cents) FROM account.coming_payment c
                                               WHERE c.lease_number = n.lease_number AND c.entry_id IS NULL
                                                     AND c.withdrawn_at IS NULL), 0)
                                   - coalesce(s.later, 0) AS cents) owed
                        WHERE n.due_on BETWEEN :from AND :to AND n.closed_at IS NULL
                              AND n.net_to_pay_cents > 0 AND owed.cents > 0
                        """)
                .param("from", from)
                .param("to", to)
                .param("leases", leases.stream().map(LeaseNumber::value).toArray(String[]::new))
                .param(
                        "later",
                        leases.stream().map(spread::get).map(Money::cents).toArray(Long[]::new))
                .query((row, index) -> read(row))
                .list();
    }

    /// Those among these, by their ids, that a mandate signed here was to collect and does not, this once.
    public Set<String> leftOut(List<Notice> notices) {
        return debits.leftOut(notices.stream().collect(toMap(Notice::id, Notice::lease)));
    }

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getString("id"),
                new LeaseNumber(row.getString("lease_number")),
                YearMonth.from(row.getObject("period", LocalDate.class)),
                row.getObject("due_on", LocalDate.class),
                Money.ofCents(row.getLong("cents")));
    }
}
