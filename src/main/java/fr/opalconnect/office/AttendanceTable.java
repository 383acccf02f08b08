package fr.opalconnect.office;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who of the staff is at which conversation, and what they have written so far.
@Component
class AttendanceTable {
    private final JdbcClient jdbc;

    AttendanceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param isNew whether this look is one that the log must have
    /// @param draft what they had written
    record Seat(boolean isNew, String draft) {}

    /// Notes that somebody looks at a conversation.
    ///
    /// @param again a look counts once until then
    Seat sit(UUID conversation, UUID staff, String name, Instant now, Instant again) {
        return jdbc.sql("""
                        INSERT INTO office.attendance AS a (conversation_id, staff_id, staff_name, looked_at, seen_at)
                        VALUES (:conversation, :staff, :name, :now, :now)
                        ON CONFLICT (conversation_id, staff_id) DO UPDATE
                        SET seen_at = :now, staff_name = :name,
                            looked_at = CASE WHEN a.looked_at < :again THEN :now ELSE a.looked_at END
                        RETURNING a.looked_at = :now AS is_new, a.draft
                        """)
                .param("conversation", conversation)
                .param("staff", staff)
                .param("name", name)
                .param("now", utc(now))
                .param("again", utc(again))
                .query(Seat.class)
                .single();
    }

    boolean knows(UUID conversation, UUID staff) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM office.attendance
                                       WHERE conversation_id = :conversation AND staff_id = :staff)
                        """)
                .param("conversation", conversation)
                .param("staff", staff)
                .query(Boolean.class)
                .single();
    }

    /// The names of others who have pressed a key since a moment.
    List<String> writing(UUID conversation, UUID butNot, Instant since) {
        return jdbc.sql("""
                        SELECT staff_name FROM office.attendance
                        WHERE conversation_id = :conversation AND staff_id <> :staff AND drafted_at > :since
                        ORDER BY staff_name
                        """)
                .param("conversation", conversation)
                .param("staff", butNot)
                .param("since", utc(since))
                .query(String.class)
                .list();
    }

    /// Keeps a draft; an empty one means that nobody writes any more.
    ///
    /// @return when the draft before was kept; null when there was none, or no seat to write from
    @Nullable
    Instant keep(UUID conversation, UUID staff, String draft, Instant now) {
        return jdbc.sql("""
                        WITH before AS (
                            SELECT drafted_at FROM office.attendance
                            WHERE conversation_id = :conversation AND staff_id = :staff FOR UPDATE)
                        UPDATE office.attendance
                        SET draft = :draft, drafted_at = CASE WHEN :draft = '' THEN NULL ELSE :now::timestamptz END
                        FROM before WHERE conversation_id = :conversation AND staff_id = :staff
                        RETURNING before.drafted_at
                        """)
                .param("conversation", conversation)
                .param("staff", staff)
                .param("draft", draft)
                .param("now", utc(now))
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .optional()
                .flatMap(at -> at)
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /// Forgets who was there long ago; a draft that nobody came back to goes with it.
    int forgetSeenBefore(Instant day) {
        return jdbc.sql("DELETE FROM office.attendance WHERE seen_at < :day")
                .param("day", utc(day))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
