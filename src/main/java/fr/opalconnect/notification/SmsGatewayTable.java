package fr.opalconnect.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How each gateway does; shared by all nodes.
@Component
class SmsGatewayTable {
    /// What is wrong with one.
    enum Trouble {
        /// It cannot be reached, or does not answer.
        AWAY,
        /// It takes messages, and too few arrive.
        POOR
    }

    /// @param failures in a row
    record Health(
            String name,
            int failures,
            @Nullable Trouble trouble,
            @Nullable Instant since,
            @Nullable Instant nextProbe,
            @Nullable String reason) {}

    private final JdbcClient jdbc;

    SmsGatewayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Health> all() {
        return jdbc
                .sql("SELECT name, failures, trouble, since, next_probe, reason FROM notification.sms_gateway")
                .query((row, index) -> {
                    String trouble = row.getString("trouble");
                    return new Health(
                            row.getString("name"),
                            row.getInt("failures"),
                            trouble == null ? null : Trouble.valueOf(trouble),
                            instant(row.getObject("since", OffsetDateTime.class)),
                            instant(row.getObject("next_probe", OffsetDateTime.class)),
                            row.getString("reason"));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Health::name, Function.identity()));
    }

    /// Counts a failure; from so many in a row on the gateway rests, longer each time.
    ///
    /// @return whether it begins to rest by this
    boolean fail(String name, String reason, int most, Duration firstRest, Duration longestRest, Instant now) {
        return jdbc.sql("""
                        INSERT INTO notification.sms_gateway AS g (name, failures, reason) VALUES (:name, 1, :reason)
                        ON CONFLICT (name) DO UPDATE SET
                            failures = g.failures + 1,
                            reason = :reason,
                            trouble = CASE WHEN g.failures + 1 >= :most THEN 'AWAY' ELSE g.trouble END,
                            since = CASE WHEN g.failures + 1 >= :most AND g.trouble IS DISTINCT FROM 'AWAY' THEN :now
                                         ELSE g.since END,
                            rest = CASE WHEN g.failures + 1 < :most OR g.next_probe > :now THEN g.rest
                                        WHEN g.trouble = 'AWAY' THEN least(greatest(g.rest, :first) * 2, :longest)
                                        ELSE :first END,
                            next_probe = CASE WHEN g.failures + 1 < :most OR g.next_probe > :now THEN g.next_probe
                                              WHEN g.trouble = 'AWAY'
                                              THEN :now + make_interval(secs => least(greatest(g.rest, :first) * 2, :longest))
                                              ELSE :now + make_interval(secs => :first) END
                        RETURNING failures = :most
                        """)
                .param("name", name)
                .param("reason", reason)
                .param("most", most)
                .param("first", firstRest.toSeconds())
                .param("longest", longestRest.toSeconds())
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }

    /// It took a message.
    ///
    /// @return whether it was away
    boolean succeed(String name) {
        return jdbc.sql("""
                        UPDATE notification.sms_gateway g SET failures = 0,
                            trouble = nullif(g.trouble, 'AWAY'),
                            since = CASE WHEN g.trouble = 'POOR' THEN g.since END,
                            next_probe = CASE WHEN g.trouble = 'POOR' THEN g.next_probe END,
                            rest = 0
                        FROM (SELECT name, trouble FROM notification.sms_gateway WHERE name = :name FOR UPDATE) was
                        WHERE g.name = was.name AND g.failures > 0
                        RETURNING was.trouble IS NOT DISTINCT FROM 'AWAY'
                        """).param("name", name).query(Boolean.class).optional().orElse(false);
    }

    /// Lets one message go by a resting gateway, when its time has come.
    boolean claimProbe(String name, Duration pause, Instant now) {
        return jdbc.sql("""
                        UPDATE notification.sms_gateway SET next_probe = :now + make_interval(secs => greatest(rest, :pause))
                        WHERE name = :name AND next_probe <= :now
                        """)
                        .param("name", name)
                        .param("pause", pause.toSeconds())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /// It delivers too little; or no longer.
    void judge(String name, boolean poor, String reason, Instant now, Instant firstProbe) {
        jdbc.sql("""
                        INSERT INTO notification.sms_gateway (name, trouble, since, next_probe, reason)
                        VALUES (:name, CASE WHEN :poor THEN 'POOR' END, :now,
                                CASE WHEN :poor THEN CAST(:probe AS timestamptz) END, :reason)
                        ON CONFLICT (name) DO UPDATE
                        SET trouble = excluded.trouble, since = excluded.since, next_probe = excluded.next_probe,
                            reason = excluded.reason
                        """)
                .param("name", name)
                .param("poor", poor)
                .param("now", utc(now))
                .param("probe", utc(firstProbe))
                .param("reason", reason)
                .update();
    }

    /// Of the last parts that ended, after that, how many there are and how many were delivered.
    record Share(int ended, int delivered) {
        double delivery() {
            return ended == 0 ? 1 : (double) delivered / ended;
        }
    }

    Share share(String name, Instant after, int last) {
        return jdbc.sql("""
                        SELECT count(*) AS ended, count(*) FILTER (WHERE state = 'DELIVERED') AS delivered
                        FROM (SELECT p.state FROM notification.sms_part p JOIN notification.handover h
                                  ON h.delivery_id = p.delivery_id AND h.number = p.handover
                              WHERE p.gateway = :name AND p.ended_at IS NOT NULL AND h.at >= :after
                              ORDER BY p.ended_at DESC LIMIT :last) AS latest
                        """)
                .param("name", name)
                .param("after", utc(after))
                .param("last", last)
                .query(Share.class)
                .single();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
