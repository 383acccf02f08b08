package fr.opalconnect.access;

import fr.opalconnect.platform.Code;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The codes of each claim, as keyed hashes.
@Component
class CodeTable {
    /// @param left how often it may still be tried
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Kept(byte[] hash, int left) {}

    private final JdbcClient jdbc;

    CodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param delivery the text message that carries it
    void add(UUID claim, int number, byte[] hash, Instant expiresAt, UUID delivery) {
        jdbc.sql("""
                        INSERT INTO access.one_time_code (activation_id, number, hash, expires_at, delivery_id)
                        VALUES (:claim, :number, :hash, :expiresAt, :delivery)
                        """)
                .param("claim", claim)
                .param("number", number)
                .param("hash", hash)
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .param("delivery", delivery)
                .update();
    }

    /// Counts one try on every code that lives, and tells those.
    List<Kept> spendTry(UUID claim, Instant now) {
        return jdbc.sql("""
                        UPDATE access.one_time_code SET tries = tries + 1
                        WHERE activation_id = :claim AND expires_at > :now AND tries < :tries
                        RETURNING hash, :tries - tries AS left_over
                        """)
                .param("claim", claim)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tries", Code.TRIES)
                .query((row, index) -> new Kept(row.getBytes("hash"), row.getInt("left_over")))
                .list();
    }
}
