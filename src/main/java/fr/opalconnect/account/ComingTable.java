package fr.opalconnect.account;

import fr.opalconnect.account.Coming.Method;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Money on its way. What became an entry, or will not come, keeps its row.
@Component
class ComingTable {
    /// For pages that ask for something else at the same time: all of one lease in one column, see [#read(Array)].
    /// What the bank took back is told for a month.
    static final String COLUMN = """
            (SELECT array_agg(concat_ws('|', id, lease_number, method, amount_cents, reference,
                                        CASE WHEN taken_back_on IS NULL THEN state ELSE 'TAKEN_BACK' END,
                                        (extract(epoch FROM at) * 1000)::bigint,
                                        coalesce(taken_back_on, expected_on)) ORDER BY at, id)
             FROM account.coming_payment
             WHERE lease_number = :lease AND (entry_id IS NULL AND withdrawn_at IS NULL
                                              OR taken_back_on > current_date - 30))""";

    private final JdbcClient jdbc;

    ComingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// When the ERP's entry is there already, it is posted at once.
    void put(Coming money, Instant now) {
        jdbc.sql("""
                        INSERT INTO account.coming_payment AS c
                            (id, lease_number, method, amount_cents, reference, state, at, expected_on, entry_id, posted_at)
                        SELECT :id, :lease, :method, :amount, :reference, :state, :at, :expectedOn, e.id,
                               CASE WHEN e.id IS NOT NULL THEN :now::timestamptz END
                        FROM (VALUES (1)) AS always
                        LEFT JOIN LATERAL (SELECT id FROM account.ledger_entry
                                           WHERE lease_number = :lease AND payment_reference = :reference
                                             AND credit_cents = :amount AND closed_at IS NULL
                                           LIMIT 1) e ON true
                        ON CONFLICT (id) DO UPDATE
                        SET amount_cents = excluded.amount_cents, state = excluded.state, at = excluded.at,
                            expected_on = excluded.expected_on, withdrawn_at = NULL,
                            entry_id = coalesce(c.entry_id, excluded.entry_id),
                            posted_at = coalesce(c.posted_at, excluded.posted_at)
                        """)
                .param("id", money.id())
                .param("lease", money.lease().value())
                .param("method", money.method().name())
                .param("amount", money.amount().cents())
                .param("reference", money.reference())
                .param("state", money.state().name())
                .param("at", utc(money.at()))
                .param("expectedOn", money.expectedOn())
                .param("now", utc(now))
                .update();
    }

    void withdraw(UUID id, Instant now) {
        jdbc.sql("UPDATE account.coming_payment SET withdrawn_at = :now WHERE id = :id AND entry_id IS NULL")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /// @param on null: it was not taken back after all
    void takeBack(UUID id, @Nullable LocalDate on, Instant now) {
        jdbc.sql("""
                        UPDATE account.coming_payment
                        SET taken_back_on = :on, withdrawn_at = CASE WHEN entry_id IS NULL THEN :now::timestamptz END
                        WHERE id = :id
                        """).param("id", id).param("on", on).param("now", utc(now)).update();
    }

    List<Coming> of(LeaseNumber lease) {
        return jdbc
                .sql("SELECT " + COLUMN)
                .param("lease", lease.value())
                .query((row, index) -> read(row.getArray(1)))
                .single()
                .stream()
                .filter(money -> !money.isTakenBack())
                .toList();
    }

    Map<UUID, Posted> posted(Collection<UUID> ids) {
        Map<UUID, Posted> posted = new HashMap<>();
        jdbc.sql("SELECT id, entry_id, posted_at FROM account.coming_payment"
                        + " WHERE id = ANY(:ids) AND entry_id IS NOT NULL")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    posted.put(
                            row.getObject("id", UUID.class),
                            new Posted(
                                    row.getString("entry_id"),
                                    row.getObject("posted_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return posted;
    }

    /// Of what was taken, at most three days before and three weeks after.
    List<Proposal> proposals() {
        return jdbc.sql("""
                        SELECT c.*, e.id AS entry, e.label, e.operation_date, e.credit_cents
                        FROM account.coming_payment c
                        JOIN account.ledger_entry e ON e.lease_number = c.lease_number AND e.credit_cents = c.amount_cents
                            AND e.kind = 'PAIEMENT' AND e.closed_at IS NULL AND e.reverses_id IS NULL
                            AND e.operation_date BETWEEN c.at::date - 3 AND c.at::date + 21
                        WHERE c.state = 'TAKEN' AND c.entry_id IS NULL AND c.withdrawn_at IS NULL
                          AND NOT EXISTS (SELECT FROM account.coming_payment other
                                          WHERE other.lease_number = e.lease_number
                                            AND (other.entry_id = e.id OR other.reference = e.payment_reference))
                        ORDER BY c.at, c.id, e.operation_date, e.id
                        """)
                .query((row, index) -> new Proposal(
                        read(row),
                        row.getString("entry"),
                        row.getString("label"),
                        row.getObject("operation_date", LocalDate.class),
                        Money.ofCents(row.getLong("credit_cents"))))
                .list();
    }

    boolean match(UUID id, String entryId, String by, Instant now) {
        return jdbc.sql("""
                        UPDATE account.coming_payment SET entry_id = :entry, posted_at = :now, matched_by = :by
                        WHERE id = :id AND entry_id IS NULL AND withdrawn_at IS NULL
                        """)
                        .param("id", id)
                        .param("entry", entryId)
                        .param("by", by)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    static List<Coming> read(@Nullable Array column) throws SQLException {
        return column == null
                ? List.of()
                : Arrays.stream((String[]) column.getArray())
                        .map(ComingTable::read)
                        .toList();
    }

    private static Coming read(String fields) {
        String[] field = fields.split("\\|", -1);
        return new Coming(
                UUID.fromString(field[0]),
                new LeaseNumber(field[1]),
                Method.valueOf(field[2]),
                Money.ofCents(Long.parseLong(field[3])),
                field[4],
                Coming.State.valueOf(field[5]),
                Instant.ofEpochMilli(Long.parseLong(field[6])),
                LocalDate.parse(field[7]));
    }

    private static Coming read(ResultSet row) throws SQLException {
        return new Coming(
                row.getObject("id", UUID.class),
                new LeaseNumber(row.getString("lease_number")),
                Method.valueOf(row.getString("method")),
                Money.ofCents(row.getLong("amount_cents")),
                row.getString("reference"),
                Coming.State.valueOf(row.getString("state")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("expected_on", LocalDate.class));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
