package fr.opalconnect.home;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The barriers that were reported.
@Component
class BarrierTable {
    private final JdbcClient jdbc;

    BarrierTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, Instant now, String page, String trouble, @Nullable String contact) {
        jdbc.sql("""
                        INSERT INTO home.barrier (id, told_at, page, trouble, contact)
                        VALUES (:id, :now, :page, :trouble, :contact)
                        """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("page", page)
                .param("trouble", trouble)
                .param("contact", contact)
                .update();
    }

    /// Those that somebody has to look at first, the oldest of them first; then those done, the latest first.
    List<Barrier> list(int most) {
        return jdbc.sql("""
                        SELECT id, told_at, page, trouble, contact, done_at, done_by_name FROM home.barrier
                        ORDER BY done_at IS NOT NULL, CASE WHEN done_at IS NULL THEN told_at END, done_at DESC
                        LIMIT :most
                        """)
                .param("most", most)
                .query((row, index) -> {
                    OffsetDateTime doneAt = row.getObject("done_at", OffsetDateTime.class);
                    return new Barrier(
                            row.getObject("id", UUID.class),
                            row.getObject("told_at", OffsetDateTime.class).toInstant(),
                            row.getString("page"),
                            row.getString("trouble"),
                            row.getString("contact"),
                            doneAt == null ? null : doneAt.toInstant(),
                            row.getString("done_by_name"));
                })
                .list();
    }

    /// @return whether it was open until now
    boolean done(UUID id, String by, Instant now) {
        return jdbc.sql("""
                                UPDATE home.barrier SET done_at = :now, done_by_name = :by, contact = NULL
                                WHERE id = :id AND done_at IS NULL
                                """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void forgetDoneBefore(Instant day) {
        jdbc.sql("DELETE FROM home.barrier WHERE done_at < :day")
                .param("day", day.atOffset(ZoneOffset.UTC))
                .update();
    }
}
