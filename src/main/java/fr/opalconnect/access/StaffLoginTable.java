package fr.opalconnect.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What proves who of the staff somebody is.
@Component
class StaffLoginTable {
    /// @param passwordHash null for who signs in through the identity provider only
    /// @param totpKey      null until a phone was set up
    /// @param nextTotpKey  of another phone, until it has shown that it works
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Login(@Nullable String passwordHash, byte @Nullable [] totpKey, byte @Nullable [] nextTotpKey) {
        static final Login NOBODY = new Login(null, null, null);

        Login with(String hash) {
            return new Login(hash, totpKey, nextTotpKey);
        }
    }

    private final JdbcClient jdbc;

    StaffLoginTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param staff null for nobody: the same statement runs, and finds nothing
    Login find(@Nullable UUID staff) {
        return jdbc.sql("""
                        SELECT password_hash, totp_key, next_totp_key FROM access.staff_login
                        WHERE staff_id = :staff::uuid
                        """)
                .param("staff", staff)
                .query((row, index) -> new Login(
                        row.getString("password_hash"), row.getBytes("totp_key"), row.getBytes("next_totp_key")))
                .optional()
                .orElse(Login.NOBODY);
    }

    /// Whether they can sign in: with a password here, or they came from the identity provider.
    boolean isEnrolled(UUID staff) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM access.staff_login
                                       WHERE staff_id = :staff AND (password_hash IS NOT NULL OR oidc_subject IS NOT NULL))
                        """).param("staff", staff).query(Boolean.class).single();
    }

    /// Both at once, at first or anew. Who is somebody at the identity provider is settled anew as well.
    void set(UUID staff, String passwordHash, byte[] totpKey, long usedStep, Instant now) {
        jdbc.sql("""
                        INSERT INTO access.staff_login (staff_id, password_hash, password_set_at, totp_key, totp_step)
                        VALUES (:staff, :hash, :now, :key, :step)
                        ON CONFLICT (staff_id) DO UPDATE
                        SET password_hash = :hash, password_set_at = :now, totp_key = :key, totp_step = :step,
                            next_totp_key = NULL, oidc_issuer = NULL, oidc_subject = NULL
                        """)
                .param("staff", staff)
                .param("hash", passwordHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("key", totpKey)
                .param("step", usedStep)
                .update();
    }

    /// Whether the password is still the one that this is the hash of, and stays so until the transaction ends:
    /// comparing takes a while.
    boolean holds(UUID staff, @Nullable String hash) {
        return jdbc.sql("""
                        SELECT 1 FROM access.staff_login
                        WHERE staff_id = :staff AND password_hash = :hash::text FOR UPDATE
                        """)
                .param("staff", staff)
                .param("hash", hash)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void setPassword(UUID staff, String hash, Instant now) {
        jdbc.sql("UPDATE access.staff_login SET password_hash = :hash, password_set_at = :now WHERE staff_id = :staff")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("staff", staff)
                .update();
    }

    /// The same password, hashed with today's settings; unless it was changed meanwhile.
    ///
    /// @return whether it was not
    boolean rehash(UUID staff, String before, String hash) {
        return jdbc.sql("""
                        UPDATE access.staff_login SET password_hash = :hash
                        WHERE staff_id = :staff AND password_hash = :before
                        """)
                        .param("hash", hash)
                        .param("staff", staff)
                        .param("before", before)
                        .update()
                > 0;
    }

    /// A code opens once, on whichever node: neither it nor one before it is taken again.
    ///
    /// @return whether it had not been used
    boolean useStep(UUID staff, long step) {
        return jdbc.sql("UPDATE access.staff_login SET totp_step = :step WHERE staff_id = :staff AND totp_step < :step")
                        .param("step", step)
                        .param("staff", staff)
                        .update()
                > 0;
    }

    void keepNextKey(UUID staff, byte @Nullable [] key) {
        jdbc.sql("UPDATE access.staff_login SET next_totp_key = :key WHERE staff_id = :staff")
                .param("key", key)
                .param("staff", staff)
                .update();
    }

    /// The other phone takes the place of the first.
    void takeNextKey(UUID staff, long usedStep) {
        jdbc.sql("""
                        UPDATE access.staff_login
                        SET totp_key = next_totp_key, totp_step = :step, next_totp_key = NULL
                        WHERE staff_id = :staff AND next_totp_key IS NOT NULL
                        """).param("step", usedStep).param("staff", staff).update();
    }

    /// Whose account the identity provider's name for them opens; null when it opens none.
    @Nullable
    UUID byProvider(String issuer, String subject) {
        return jdbc.sql(
                        "SELECT staff_id FROM access.staff_login WHERE oidc_issuer = :issuer AND oidc_subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /// @return false when the account is somebody else's there already
    boolean linkProvider(UUID staff, String issuer, String subject) {
        return jdbc.sql("""
                        INSERT INTO access.staff_login AS l (staff_id, oidc_issuer, oidc_subject)
                        VALUES (:staff, :issuer, :subject)
                        ON CONFLICT (staff_id) DO UPDATE SET oidc_issuer = :issuer, oidc_subject = :subject
                        WHERE l.oidc_subject IS NULL
                        """)
                        .param("staff", staff)
                        .param("issuer", issuer)
                        .param("subject", subject)
                        .update()
                > 0;
    }

    /// Nobody signs in with it any more.
    void forget(UUID staff) {
        jdbc.sql("DELETE FROM access.staff_login WHERE staff_id = :staff")
                .param("staff", staff)
                .update();
    }
}
