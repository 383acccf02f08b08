package fr.opalconnect.access;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tenants' accounts and what proves their passwords.
@Component
class LoginTable {
    /// @param lease the one looked at last, by who chose one
    record Login(
            TenantNumber tenant,
            String passwordHash,
            @Nullable LeaseNumber lease) {}

    private final JdbcClient jdbc;

    LoginTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param typed in any spelling; should two numbers differ by their spelling only, the exact one
    @Nullable
    Login find(TenantNumber typed) {
        return jdbc.sql("""
                        SELECT tenant_number, password_hash, lease_number FROM access.login
                        WHERE lookup_key = :key ORDER BY (tenant_number = :typed) DESC, tenant_number LIMIT 1
                        """)
                .param("key", typed.lookupKey())
                .param("typed", typed.value())
                .query((row, index) -> {
                    String lease = row.getString("lease_number");
                    return new Login(
                            new TenantNumber(row.getString("tenant_number")),
                            row.getString("password_hash"),
                            lease == null ? null : new LeaseNumber(lease));
                })
                .optional()
                .orElse(null);
    }

    /// @return whether that made the account
    boolean setPassword(TenantNumber tenant, String hash, Instant now) {
        return jdbc.sql("""
                        INSERT INTO access.login (tenant_number, password_hash, activated_at, password_set_at)
                        VALUES (:tenant, :hash, :now, :now)
                        ON CONFLICT (tenant_number) DO UPDATE SET password_hash = :hash, password_set_at = :now
                        RETURNING activated_at = :now
                        """)
                .param("tenant", tenant.value())
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /// The same password, hashed with today's settings; unless it was changed meanwhile.
    ///
    /// @return whether it was not
    boolean rehash(Login login, String hash) {
        return jdbc.sql("""
                        UPDATE access.login SET password_hash = :hash
                        WHERE tenant_number = :tenant AND password_hash = :before
                        """)
                        .param("hash", hash)
                        .param("tenant", login.tenant().value())
                        .param("before", login.passwordHash())
                        .update()
                > 0;
    }

    /// One at a time, until the transaction ends: whoever opens a session of this tenant, or chooses a password.
    void lock(TenantNumber tenant) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('access.login ' || :tenant, 0))")
                .param("tenant", tenant.value())
                .query(row -> {});
    }

    /// Whether the password is the one that this is the hash of.
    boolean holds(TenantNumber tenant, String hash) {
        return jdbc.sql("SELECT 1 FROM access.login WHERE tenant_number = :tenant AND password_hash = :hash")
                .param("tenant", tenant.value())
                .param("hash", hash)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void chooseLease(TenantNumber tenant, LeaseNumber lease) {
        jdbc.sql("UPDATE access.login SET lease_number = :lease WHERE tenant_number = :tenant")
                .param("lease", lease.value())
                .param("tenant", tenant.value())
                .update();
    }
}
