package fr.opalconnect.notification;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Text messages by the hour, for the desk.
@Component
class SmsDeskTable {
    /// @param hour  of the day, in Paris
    /// @param again of the handed over, how many were sent although an earlier one may have arrived
    record Hour(int hour, String gateway, int handedOver, int delivered, int failed, int unknown, int again) {}

    private final JdbcClient jdbc;

    SmsDeskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The latest first.
    List<Hour> since(Instant midnight) {
        return jdbc.sql("""
                        SELECT extract(hour FROM h.at AT TIME ZONE 'Europe/Paris') AS hour, h.gateway,
                               count(*) FILTER (WHERE h.answer = 'TAKEN') AS handed_over,
                               count(*) FILTER (WHERE p.delivered) AS delivered,
                               count(*) FILTER (WHERE p.failed OR h.answer = 'REFUSED') AS failed,
                               count(*) FILTER (WHERE h.answer IN ('UNKNOWN', 'PENDING')) AS unknown,
                               count(*) FILTER (WHERE h.again AND h.answer = 'TAKEN') AS again
                        FROM notification.handover h
                        LEFT JOIN LATERAL (
                            SELECT bool_and(s.state = 'DELIVERED') AS delivered, bool_or(s.state = 'FAILED') AS failed
                            FROM notification.sms_part s
                            WHERE s.delivery_id = h.delivery_id AND s.handover = h.number) p ON true
                        WHERE h.at >= :midnight AND h.answer <> 'NOT_TAKEN'
                        GROUP BY 1, 2 ORDER BY 1 DESC, 2
                        """)
                .param("midnight", midnight.atOffset(ZoneOffset.UTC))
                .query(Hour.class)
                .list();
    }
}
