package fr.opalconnect.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The invitations that nobody has used yet.
@Component
class StaffInvitationTable {
    /// @param totpKey the phone is set up with it; the same each time the page is opened
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Invitation(UUID staff, byte[] totpKey, Instant expiresAt) {}

    private final JdbcClient jdbc;

    StaffInvitationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In place of an older one.
    void put(Invitation invitation, String token) {
        jdbc.sql("""
                        INSERT INTO access.staff_invitation (staff_id, token_hash, totp_key, expires_at)
                        VALUES (:staff, :token, :key, :expiresAt)
                        ON CONFLICT (staff_id) DO UPDATE
                        SET token_hash = :token, totp_key = :key, expires_at = :expiresAt
                        """)
                .param("staff", invitation.staff())
                .param("token", Tokens.hash(token))
                .param("key", invitation.totpKey())
                .param("expiresAt", invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Nullable
    Invitation find(String token, Instant now) {
        return jdbc.sql("""
                        SELECT staff_id, totp_key, expires_at FROM access.staff_invitation
                        WHERE token_hash = :token AND expires_at > :now
                        """)
                .param("token", Tokens.hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Invitation(
                        row.getObject("staff_id", UUID.class),
                        row.getBytes("totp_key"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    /// Until when somebody's invitation can be used; null when they have none.
    @Nullable
    Instant openUntil(UUID staff, Instant now) {
        return jdbc.sql("""
                        SELECT expires_at FROM access.staff_invitation WHERE staff_id = :staff AND expires_at > :now
                        """)
                .param("staff", staff)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /// @return whether it was still there
    boolean use(String token) {
        return jdbc.sql("DELETE FROM access.staff_invitation WHERE token_hash = :token")
                        .param("token", Tokens.hash(token))
                        .update()
                > 0;
    }

    void withdraw(UUID staff) {
        jdbc.sql("DELETE FROM access.staff_invitation WHERE staff_id = :staff")
                .param("staff", staff)
                .update();
    }

    void forgetExpired(Instant now) {
        jdbc.sql("DELETE FROM access.staff_invitation WHERE expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
