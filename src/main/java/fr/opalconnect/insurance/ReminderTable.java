package fr.opalconnect.insurance;

import fr.opalconnect.kernel.LeaseNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which rungs of the ladder were climbed, and what ends.
@Component
class ReminderTable {
    /// The last certificate accepted for a lease, which nothing has followed yet.
    record Running(UUID certificate, LeaseNumber lease, LocalDate until) {}

    private final JdbcClient jdbc;

    ReminderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when this rung was climbed before
    boolean add(UUID certificate, int days, Instant now) {
        return jdbc.sql("""
                        INSERT INTO insurance.reminder (certificate_id, days, at, texts) VALUES (:id, :days, :at, 0)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", certificate)
                        .param("days", days)
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// How many people were told.
    void texts(UUID certificate, int days, int texts) {
        jdbc.sql("UPDATE insurance.reminder SET texts = :texts WHERE certificate_id = :id AND days = :days")
                .param("texts", texts)
                .param("id", certificate)
                .param("days", days)
                .update();
    }

    List<Running> endingBetween(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (lease_number) id, lease_number, valid_until
                        FROM insurance.certificate c
                        WHERE state = 'ACCEPTED' AND valid_until BETWEEN :from AND :to
                          AND NOT EXISTS (SELECT FROM insurance.certificate later
                                          WHERE later.lease_number = c.lease_number
                                            AND (later.state = 'SENT'
                                                 OR later.state = 'ACCEPTED' AND later.valid_until > c.valid_until))
                        ORDER BY lease_number, valid_until DESC, sent_at DESC, id
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, index) -> new Running(
                        row.getObject("id", UUID.class),
                        new LeaseNumber(row.getString("lease_number")),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }
}
