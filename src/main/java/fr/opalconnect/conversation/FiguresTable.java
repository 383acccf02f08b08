package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Columns.utc;

import fr.opalconnect.kernel.SignedInStaff;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the figures are made of, bound to the agencies of whoever asks.
@Component
class FiguresTable {
    /// More answers than a manager's quarter has; of more than that the latest count.
    private static final int MOST = 200_000;

    private final JdbcClient jdbc;

    FiguresTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param agency null when it began where no agency looks after
    record Answered(@Nullable String agency, Instant openedAt, Instant answeredAt) {}

    List<Figures.OfKind> kinds(SignedInStaff who, Instant from, Instant until) {
        return bound("""
                        SELECT kind, count(*) AS begun, count(*) FILTER (WHERE state <> 'CLOSED') AS open
                        FROM conversation.conversation
                        WHERE opened_at >= :from AND opened_at < :until AND (:all OR agency_code = ANY(:agencies))
                        GROUP BY kind ORDER BY begun DESC, kind
                        """, who)
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, index) -> new Figures.OfKind(
                        Kind.valueOf(row.getString("kind")), row.getInt("begun"), row.getInt("open")))
                .list();
    }

    /// What the tenant began; where the agency wrote first there was nothing to answer.
    List<Answered> answered(SignedInStaff who, Instant from, Instant until) {
        return bound("""
                        SELECT agency_code, opened_at, answered_at FROM conversation.conversation
                        WHERE opened_at >= :from AND opened_at < :until AND answered_at > opened_at
                          AND (:all OR agency_code = ANY(:agencies))
                        ORDER BY opened_at DESC LIMIT :most
                        """, who)
                .param("from", utc(from))
                .param("until", utc(until))
                .param("most", MOST)
                .query((row, index) -> new Answered(
                        row.getString("agency_code"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<Figures.Overdue> overdue(SignedInStaff who, Instant now) {
        return bound("""
                        SELECT agency_code AS agency, count(*) AS owed,
                               count(*) FILTER (WHERE due_at < :now) AS late
                        FROM conversation.conversation
                        WHERE due_at IS NOT NULL AND agency_code IS NOT NULL AND (:all OR agency_code = ANY(:agencies))
                        GROUP BY agency_code ORDER BY agency_code
                        """, who)
                .param("now", utc(now))
                .query((row, index) ->
                        new Figures.Overdue(row.getString("agency"), row.getInt("owed"), row.getInt("late")))
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, SignedInStaff who) {
        return jdbc.sql(sql)
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new));
    }
}
