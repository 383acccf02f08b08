package fr.opalconnect.notification;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What went out of what was told.
@Component
class SentTable {
    private final JdbcClient jdbc;

    SentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param told ids of what was told
    Map<UUID, List<Sent>> of(Collection<UUID> told) {
        Map<UUID, List<Sent>> sent = new HashMap<>();
        jdbc.sql("""
                        SELECT p.told_id, d.channel, d.state, d.shown, d.failure, d.reason,
                               coalesce(d.delivered_at, d.ended_at, d.staged_at) AS at
                        FROM notification.part p JOIN notification.delivery d ON d.id = p.delivery_id
                        WHERE p.told_id = ANY(:told) ORDER BY d.staged_at, d.channel
                        """).param("told", told.toArray(UUID[]::new)).query(row -> {
            sent.computeIfAbsent(row.getObject("told_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Sent(
                            Channel.valueOf(row.getString("channel")),
                            row.getString("state"),
                            row.getString("shown") == null ? "" : row.getString("shown"),
                            row.getString("failure"),
                            row.getString("reason"),
                            row.getObject("at", OffsetDateTime.class).toInstant()));
        });
        return sent;
    }
}
