package fr.opalconnect.notification;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits for the e-mail of the day.
@Component
class EveningTable {
    private final JdbcClient jdbc;

    EveningTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All that waits for some tenants; nobody else takes it meanwhile.
    List<Told> take(int tenants) {
        return jdbc.sql("SELECT " + ToldTable.COLUMNS + """
                         FROM notification.told WHERE evening AND tenant_number IN (
                            SELECT DISTINCT tenant_number FROM notification.told WHERE evening
                            ORDER BY tenant_number LIMIT :tenants)
                        ORDER BY id FOR UPDATE SKIP LOCKED
                        """)
                .param("tenants", tenants)
                .query((row, index) -> ToldTable.read(row))
                .list();
    }

    void done(UUID[] ids) {
        jdbc.sql("UPDATE notification.told SET evening = false WHERE id = ANY(:ids)")
                .param("ids", ids)
                .update();
    }
}
