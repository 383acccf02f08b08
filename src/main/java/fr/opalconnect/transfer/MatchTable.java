package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whose the lines are, and the steps on the way there.
@Component
class MatchTable {
    private final JdbcClient jdbc;

    MatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return its number, which the ERP will call it by
    long add(UUID id, UUID line, LeaseNumber lease, Instant at, String by) {
        return jdbc.sql("""
                        INSERT INTO transfer.match (id, line_id, lease_number, debtor_key, made_at, made_by)
                        SELECT :id, l.id, :lease, l.debtor_key, :at, :by FROM transfer.line l WHERE l.id = :line
                        RETURNING number
                        """)
                .param("id", id)
                .param("line", line)
                .param("lease", lease.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void withdraw(UUID id, Instant at) {
        jdbc.sql("UPDATE transfer.match SET withdrawn_at = :at WHERE id = :id AND withdrawn_at IS NULL")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The last one of a line that was taken back.
    @Nullable
    UUID withdrawn(UUID line) {
        return jdbc.sql("SELECT id FROM transfer.match WHERE line_id = :line ORDER BY withdrawn_at DESC LIMIT 1")
                .param("line", line)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /// The leases that were paid from an account before.
    List<LeaseNumber> paidFrom(byte[] debtor) {
        return jdbc.sql("""
                        SELECT DISTINCT lease_number FROM transfer.match
                        WHERE debtor_key = :debtor AND debtor_key IS NOT NULL AND withdrawn_at IS NULL
                        LIMIT 20
                        """)
                .param("debtor", debtor)
                .query((row, index) -> new LeaseNumber(row.getString(1)))
                .list();
    }

    void step(
            UUID id,
            UUID line,
            Instant at,
            @Nullable LineState from,
            LineState to,
            String actor,
            String actorName,
            @Nullable LeaseNumber lease,
            @Nullable String reason) {
        jdbc.sql("""
                        INSERT INTO transfer.step (id, line_id, at, from_state, to_state, actor, actor_name, lease,
                                                   reason)
                        VALUES (:id, :line, :at, :from, :to, :actor, :name, :lease, :reason)
                        """)
                .param("id", id)
                .param("line", line)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("from", from == null ? null : from.name())
                .param("to", to.name())
                .param("actor", actor)
                .param("name", actorName)
                .param("lease", lease == null ? null : lease.value())
                .param("reason", reason)
                .update();
    }

    List<Line.Step> steps(UUID line) {
        return jdbc.sql("SELECT * FROM transfer.step WHERE line_id = :line ORDER BY at, id")
                .param("line", line)
                .query((row, index) -> {
                    String from = row.getString("from_state");
                    String lease = row.getString("lease");
                    return new Line.Step(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            from == null ? null : LineState.valueOf(from),
                            LineState.valueOf(row.getString("to_state")),
                            row.getString("actor_name"),
                            lease == null ? null : new LeaseNumber(lease),
                            row.getString("reason"));
                })
                .list();
    }
}
