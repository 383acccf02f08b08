package fr.opalconnect.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The addresses at which mail comes back, as keyed hashes.
@Component
class AddressTable {
    private final JdbcClient jdbc;

    AddressTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void mark(byte[] address, String status, Instant now) {
        jdbc.sql("""
                        INSERT INTO notification.address_state AS a (address, status, bounced_at)
                        VALUES (:address, :status, :now)
                        ON CONFLICT (address) DO UPDATE
                        SET status = :status, bounced_at = :now, bounces = a.bounces + 1
                        """)
                .param("address", address)
                .param("status", status)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return null when mail arrives there, as far as is known
    MailAddresses.@Nullable Returned find(byte[] address) {
        return jdbc.sql("SELECT status, bounced_at FROM notification.address_state WHERE address = :address")
                .param("address", address)
                .query((row, index) -> new MailAddresses.Returned(
                        row.getString("status"),
                        row.getObject("bounced_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    void clear(byte[] address) {
        jdbc.sql("DELETE FROM notification.address_state WHERE address = :address")
                .param("address", address)
                .update();
    }
}
