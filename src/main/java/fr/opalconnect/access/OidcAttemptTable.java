package fr.opalconnect.access;

import fr.opalconnect.access.oidc.IdentityProvider.Errand;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is on the way to the identity provider and back; any node may see them return.
@Component
class OidcAttemptTable {
    /// @param next the page to go on to, or nothing
    record Attempt(String state, String nonce, String codeVerifier, String next) {}

    private final JdbcClient jdbc;

    OidcAttemptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String token, Errand errand, String next, Instant expiresAt) {
        jdbc.sql("""
                        INSERT INTO access.oidc_attempt (token_hash, state, nonce, code_verifier, next_path, expires_at)
                        VALUES (:token, :state, :nonce, :verifier, :next, :expiresAt)
                        """)
                .param("token", Tokens.hash(token))
                .param("state", errand.state())
                .param("nonce", errand.nonce())
                .param("verifier", errand.codeVerifier())
                .param("next", next)
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Each way back is gone once.
    @Nullable
    Attempt take(String token, Instant now) {
        return jdbc.sql("""
                        DELETE FROM access.oidc_attempt WHERE token_hash = :token AND expires_at > :now
                        RETURNING state, nonce, code_verifier, next_path AS next
                        """)
                .param("token", Tokens.hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Attempt.class)
                .optional()
                .orElse(null);
    }

    void forgetExpired(Instant now) {
        jdbc.sql("DELETE FROM access.oidc_attempt WHERE expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
