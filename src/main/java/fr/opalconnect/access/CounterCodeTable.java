package fr.opalconnect.access;

import fr.opalconnect.platform.Code;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The codes that were handed out at a counter, as keyed hashes.
@Component
class CounterCodeTable {
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Kept(UUID id, byte[] hash) {}

    /// Tries of all claims together. To get so far takes twenty claims within the hour that it lives, more than may be
    /// begun; one of ten thousand guessers would have it by then.
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    CounterCodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In place of one that still lives. What the tenant's claims tried before was not tried at this one.
    void add(Kept code, String tenant, UUID staff, Instant now, Instant until) {
        jdbc.sql("""
                        WITH before AS (
                            UPDATE access.counter_code SET expires_at = :now
                            WHERE tenant_number = :tenant AND expires_at > :now AND used_at IS NULL
                        ), untried AS (
                            UPDATE access.activation SET counter_tries = 0
                            WHERE tenant_number = :tenant AND counter_tries > 0)
                        INSERT INTO access.counter_code (id, tenant_number, staff_id, hash, handed_at, expires_at)
                        VALUES (:id, :tenant, :staff, :hash, :now, :until)
                        """)
                .param("id", code.id())
                .param("tenant", tenant)
                .param("staff", staff)
                .param("hash", code.hash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Counts one of the claim's tries, and one on the code that lives, and tells it.
    ///
    /// @param tenant null for nobody: the same statement runs
    List<Kept> spendTry(UUID claim, @Nullable String tenant, Instant now) {
        return jdbc.sql("""
                        WITH tried AS (
                            UPDATE access.activation SET counter_tries = counter_tries + 1
                            WHERE id = :claim AND counter_tries < :tries RETURNING id)
                        UPDATE access.counter_code SET tries = tries + 1
                        WHERE tenant_number = :tenant::text AND expires_at > :now AND used_at IS NULL AND tries < :most
                          AND EXISTS (SELECT FROM tried)
                        RETURNING id, hash
                        """)
                .param("claim", claim)
                .param("tenant", tenant)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tries", Code.TRIES)
                .param("most", MOST)
                .query((row, index) -> new Kept(row.getObject("id", UUID.class), row.getBytes("hash")))
                .list();
    }

    void use(UUID id, Instant now) {
        jdbc.sql("UPDATE access.counter_code SET used_at = :now WHERE id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /// Until when the tenant can use one; null when there is none.
    @Nullable
    Instant livesUntil(String tenant, Instant now) {
        return jdbc.sql("""
                        SELECT expires_at FROM access.counter_code
                        WHERE tenant_number = :tenant AND expires_at > :now AND used_at IS NULL AND tries < :most
                        ORDER BY handed_at DESC LIMIT 1
                        """)
                .param("tenant", tenant)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    void forgetExpired(Instant before) {
        jdbc.sql("DELETE FROM access.counter_code WHERE expires_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
