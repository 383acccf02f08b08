package fr.opalconnect.account;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What of the rent notices direct debit may collect. For the module that collects, and only for its leases.
@Component
public class DebitableTerms {
    /// A notice that falls due.
    ///
    /// @param amount the notice's lines that the ERP lets direct debit collect, less its credits; positive
    public record Term(LeaseNumber lease, String noticeId, LocalDate dueOn, Money amount) {}

    private final JdbcClient jdbc;

    DebitableTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param from notices that were due before are no longer collected
    /// @return by lease, the earlier first
    public List<Term> due(Collection<LeaseNumber> leases, LocalDate from) {
        return jdbc.sql("""
                        SELECT n.lease_number, n.id, n.due_on,
                               sum(CASE WHEN e.direct_debit THEN e.debit_cents ELSE 0 END - e.credit_cents) AS amount
                        FROM account.rent_notice n
                        JOIN account.ledger_entry e ON e.lease_number = n.lease_number AND e.notice_id = n.id
                             AND e.closed_at IS NULL
                        WHERE n.lease_number = ANY(:leases) AND n.closed_at IS NULL AND n.due_on >= :from
                        GROUP BY n.lease_number, n.id
                        HAVING sum(CASE WHEN e.direct_debit THEN e.debit_cents ELSE 0 END - e.credit_cents) > 0
                        ORDER BY n.lease_number, n.due_on, n.id
                        """)
                .param("leases", values(leases))
                .param("from", from)
                .query((row, index) -> new Term(
                        new LeaseNumber(row.getString("lease_number")),
                        row.getString("id"),
                        row.getObject("due_on", LocalDate.class),
                        Money.ofCents(row.getLong("amount"))))
                .list();
    }

    /// What is owed on leases, less what is on its way already.
    ///
    /// @param except money on its way that does not count: the collections in question themselves
    public Map<LeaseNumber, Money> owed(Collection<LeaseNumber> leases, Collection<UUID> except) {
        Map<LeaseNumber, Money> owed = new HashMap<>();
        jdbc.sql("""
                        SELECT l.lease,
                               coalesce((SELECT sum(debit_cents - credit_cents) FROM account.ledger_entry e
                                         WHERE e.lease_number = l.lease AND e.closed_at IS NULL), 0)
                               - coalesce((SELECT sum(amount_cents) FROM account.coming_payment c
                                           WHERE c.lease_number = l.lease AND c.entry_id IS NULL
                                             AND c.withdrawn_at IS NULL AND c.id <> ALL(:except)), 0) AS owed
                        FROM unnest(:leases) AS l(lease)
                        """)
                .param("leases", values(leases))
                .param("except", except.toArray(UUID[]::new))
                .query(row -> {
                    owed.put(new LeaseNumber(row.getString("lease")), Money.ofCents(row.getLong("owed")));
                });
        return owed;
    }

    private static String[] values(Collection<LeaseNumber> leases) {
        return leases.stream().map(LeaseNumber::value).distinct().toArray(String[]::new);
    }
}
