package fr.opalconnect.debit;

import fr.opalconnect.debit.DebitState.Act;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Collections and what happened to them.
@Component
class DirectDebitTable {
    private static final String DEBIT = """
            SELECT c.*, (SELECT s.detail FROM debit.collection_step s WHERE s.collection_id = c.id
                         ORDER BY s.number DESC LIMIT 1) AS detail
            FROM debit.collection c WHERE %s
            """;

    private final JdbcClient jdbc;

    DirectDebitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// `PRLV-20261205-000123`
    String nextReference(LocalDate dueOn) {
        long number = jdbc.sql("SELECT nextval('debit.reference_number')")
                .query(Long.class)
                .single();
        return "PRLV-%s-%06d".formatted(dueOn.toString().replace("-", ""), number);
    }

    /// @return false when this notice was announced before: it is collected once
    boolean add(DirectDebit debit) {
        return jdbc.sql("""
                        INSERT INTO debit.collection (id, mandate_id, lease_number, notice_id, agency_code, reference,
                                                      amount_cents, due_on, announced_at, state)
                        VALUES (:id, :mandate, :lease, :notice, :agency, :reference, :amount, :dueOn, :at, :state)
                        ON CONFLICT (lease_number, notice_id) DO NOTHING
                        """)
                        .param("id", debit.id())
                        .param("mandate", debit.mandate())
                        .param("lease", debit.lease().value())
                        .param("notice", debit.notice())
                        .param("agency", debit.agency())
                        .param("reference", debit.reference())
                        .param("amount", debit.amount().cents())
                        .param("dueOn", debit.dueOn())
                        .param("at", utc(debit.announcedAt()))
                        .param("state", debit.state().name())
                        .update()
                == 1;
    }

    void step(
            UUID id,
            Act act,
            @Nullable DebitState from,
            DebitState to,
            String actor,
            @Nullable String detail,
            Instant now) {
        jdbc.sql("""
                        INSERT INTO debit.collection_step
                            (collection_id, number, act, from_state, to_state, at, actor, detail)
                        SELECT :id, coalesce(max(number), 0) + 1, :act, :from, :to, :now, :actor, :detail
                        FROM debit.collection_step WHERE collection_id = :id
                        """)
                .param("id", id)
                .param("act", act.name())
                .param("from", from == null ? null : from.name())
                .param("to", to.name())
                .param("now", utc(now))
                .param("actor", actor)
                .param("detail", detail)
                .update();
        jdbc.sql("UPDATE debit.collection SET state = :to WHERE id = :id")
                .param("to", to.name())
                .param("id", id)
                .update();
    }

    /// What it is in the bank's file.
    void sent(UUID id, Money amount, Sequence sequence, UUID account, UUID file, String block) {
        jdbc.sql("""
                        UPDATE debit.collection
                        SET amount_cents = :amount, sequence = :sequence, bank_account_id = :account, file_id = :file,
                            block = :block
                        WHERE id = :id
                        """)
                .param("amount", amount.cents())
                .param("sequence", sequence.name())
                .param("account", account)
                .param("file", file)
                .param("block", block)
                .param("id", id)
                .update();
    }

    @Nullable
    DirectDebit lock(UUID id) {
        return jdbc.sql(DEBIT.formatted("c.id = :id FOR UPDATE OF c"))
                .param("id", id)
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    List<DirectDebit> announcedOf(UUID mandate) {
        return all(jdbc.sql(DEBIT.formatted("c.mandate_id = :mandate AND c.state = 'ANNOUNCED' FOR UPDATE OF c"))
                .param("mandate", mandate));
    }

    List<DirectDebit> announcedUpTo(LocalDate day) {
        return all(jdbc.sql(DEBIT.formatted("c.state = 'ANNOUNCED' AND c.due_on <= :day FOR UPDATE OF c"))
                .param("day", day));
    }

    /// Those of a day that somebody of the office may approve, held until the transaction ends.
    List<DirectDebit> lockAnnounced(SignedInStaff who, LocalDate dueOn) {
        jdbc.sql("""
                        SELECT m.id FROM debit.mandate m
                        WHERE m.id IN (SELECT mandate_id FROM debit.collection
                                       WHERE state = 'ANNOUNCED' AND due_on = :dueOn)
                        ORDER BY m.id FOR UPDATE
                        """).param("dueOn", dueOn).query(row -> {});
        return all(theirs(
                        "c.state = 'ANNOUNCED' AND c.due_on = :dueOn AND (:all OR c.agency_code = ANY(:agencies))"
                                + " ORDER BY c.reference FOR UPDATE OF c",
                        who)
                .param("dueOn", dueOn));
    }

    /// From a day on, of the agencies of who asks, the earliest first.
    List<DirectDebit> from(SignedInStaff who, LocalDate day) {
        return all(theirs(
                        "c.due_on >= :day AND (:all OR c.agency_code = ANY(:agencies)) ORDER BY c.due_on, c.reference",
                        who)
                .param("day", day));
    }

    private JdbcClient.StatementSpec theirs(String condition, SignedInStaff who) {
        return jdbc.sql(DEBIT.formatted(condition))
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new));
    }

    /// A notice is collected once; null when it never was to be.
    @Nullable
    DirectDebit ofNotice(LeaseNumber lease, String notice) {
        return jdbc.sql(DEBIT.formatted("c.lease_number = :lease AND c.notice_id = :notice"))
                .param("lease", lease.value())
                .param("notice", notice)
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// Of these mandates, the latest first.
    List<DirectDebit> of(Collection<UUID> mandates) {
        return all(jdbc.sql(DEBIT.formatted("c.mandate_id = ANY(:mandates) ORDER BY c.due_on DESC, c.id DESC"))
                .param("mandates", mandates.toArray(UUID[]::new)));
    }

    /// The last one of each mandate that the bank has, and did not give back.
    List<DirectDebit> lastSent(Collection<UUID> mandates) {
        return all(jdbc.sql(DEBIT.formatted("""
                        c.id IN (SELECT DISTINCT ON (mandate_id) id FROM debit.collection
                                 WHERE mandate_id = ANY(:mandates) AND state = 'SENT'
                                 ORDER BY mandate_id, due_on DESC, id DESC)
                        """)).param("mandates", mandates.toArray(UUID[]::new)));
    }

    /// Whether notices were announced before.
    List<String> knownNotices(Collection<String> notices) {
        return jdbc.sql("SELECT notice_id FROM debit.collection WHERE notice_id = ANY(:notices)")
                .param("notices", notices.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /// Those that a return names: by reference, by their block, or by the whole file.
    List<DirectDebit> lockNamed(ReturnReader.Names names, String value) {
        String named = switch (names) {
            case REFERENCE -> "c.reference = :value";
            case BLOCK -> "c.block = :value";
            case FILE -> "c.file_id = (SELECT f.id FROM debit.bank_file f WHERE f.message_id = :value)";
        };
        return all(jdbc.sql(DEBIT.formatted(named + " ORDER BY c.reference FOR UPDATE OF c"))
                .param("value", value));
    }

    private static List<DirectDebit> all(JdbcClient.StatementSpec statement) {
        return statement.query((row, index) -> read(row)).list();
    }

    private static DirectDebit read(ResultSet row) throws SQLException {
        return new DirectDebit(
                row.getObject("id", UUID.class),
                row.getObject("mandate_id", UUID.class),
                new LeaseNumber(row.getString("lease_number")),
                row.getString("notice_id"),
                row.getString("agency_code"),
                row.getString("reference"),
                Money.ofCents(row.getLong("amount_cents")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("announced_at", OffsetDateTime.class).toInstant(),
                DebitState.valueOf(row.getString("state")),
                row.getObject("bank_account_id", UUID.class),
                row.getObject("file_id", UUID.class),
                row.getString("detail"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
