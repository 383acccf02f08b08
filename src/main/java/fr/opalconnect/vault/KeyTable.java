package fr.opalconnect.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The numbers of the landlord's keys.
@Component
class KeyTable {
    private final JdbcClient jdbc;

    KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The first one is made when it is first needed.
    int newest(Instant now) {
        return jdbc.sql("SELECT max(id) FROM vault.key")
                .query(Integer.class)
                .optional()
                .orElseGet(() -> add(now));
    }

    int add(Instant now) {
        return jdbc.sql("INSERT INTO vault.key (made_at) VALUES (:now) RETURNING id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /// Those that were followed by another before that time, and that nothing lies under.
    List<Integer> idle(Instant before) {
        return jdbc.sql("""
                        SELECT k.id FROM vault.key k
                        WHERE (SELECT min(n.made_at) FROM vault.key n WHERE n.id > k.id) < :before
                          AND NOT EXISTS (SELECT FROM vault.object o WHERE o.key_id = k.id)
                        ORDER BY k.id
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .list();
    }

    void remove(int key) {
        jdbc.sql("DELETE FROM vault.key WHERE id = :key").param("key", key).update();
    }
}
