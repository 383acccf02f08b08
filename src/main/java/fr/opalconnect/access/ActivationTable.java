package fr.opalconnect.access;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.ui.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The claims that are on their way.
@Component
class ActivationTable {
    private static final String CLAIM = """
            SELECT id, purpose, typed_tenant, typed_dwelling, tenant_number, phone, language, shown_phone, started_at,
                   sends, coalesce(sent_at, started_at) AS sent_at, proved_at, ended_at
            FROM access.activation WHERE token_hash = :token
            """;

    private final JdbcClient jdbc;

    ActivationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Claim claim, String token) {
        jdbc.sql("""
                        INSERT INTO access.activation (id, token_hash, purpose, typed_tenant, typed_dwelling,
                            tenant_number, phone, language, shown_phone, started_at)
                        VALUES (:id, :token, :purpose, :typedTenant, :typedDwelling,
                            :tenant, :phone, :language, :shown, :now)
                        """)
                .param("id", claim.id())
                .param("token", Tokens.hash(token))
                .param("purpose", claim.purpose().name())
                .param("typedTenant", claim.typed().tenant().value())
                .param("typedDwelling", claim.typed().dwelling().value())
                .param("tenant", claim.tenant() == null ? null : claim.tenant().value())
                .param("phone", claim.phone() == null ? null : claim.phone().e164())
                .param("language", Language.of(claim.language()).code())
                .param("shown", claim.shownPhone())
                .param("now", claim.startedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Nullable
    Claim find(String token) {
        return one(CLAIM, token);
    }

    /// Keeps two submits of one form from being served at once.
    @Nullable
    Claim lock(String token) {
        return one(CLAIM + " FOR UPDATE", token);
    }

    /// @return how many codes that makes
    int countSend(UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE access.activation SET sends = sends + 1, sent_at = :now WHERE id = :id RETURNING sends
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void turnTo(UUID id, Purpose purpose) {
        jdbc.sql("UPDATE access.activation SET purpose = :purpose WHERE id = :id")
                .param("purpose", purpose.name())
                .param("id", id)
                .update();
    }

    void prove(UUID id, Instant now) {
        set("proved_at", id, now);
    }

    /// All that the tenant has proved so far, on whichever device. What is not proved stays: whoever began it with the
    /// two numbers alone is not to learn that the tenant exists.
    void endProved(TenantNumber tenant, Instant now) {
        jdbc.sql("""
                        UPDATE access.activation SET ended_at = :now
                        WHERE tenant_number = :tenant AND proved_at IS NOT NULL AND ended_at IS NULL
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant.value())
                .update();
    }

    /// @param day   before it, what was typed is forgotten when it belongs to nobody
    /// @param month before it, when it belongs to a tenant: the agency can say until then why it failed
    void forgetStartedBefore(Instant day, Instant month) {
        jdbc.sql("""
                        DELETE FROM access.activation
                        WHERE started_at < :month OR (started_at < :day AND tenant_number IS NULL)
                        """)
                .param("day", day.atOffset(ZoneOffset.UTC))
                .param("month", month.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// How many codes went to phones, and how many claims were proved.
    record Usage(int sent, int proved) {}

    Usage usageSince(Instant since) {
        return jdbc.sql("""
                        SELECT coalesce(sum(sends), 0) AS sent, count(proved_at) AS proved FROM access.activation
                        WHERE started_at >= :since AND phone IS NOT NULL
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Usage.class)
                .single();
    }

    private void set(String column, UUID id, Instant now) {
        jdbc.sql("UPDATE access.activation SET " + column + " = :now WHERE id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private @Nullable Claim one(String sql, String token) {
        return jdbc.sql(sql)
                .param("token", Tokens.hash(token))
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    private static Claim read(ResultSet row) throws SQLException {
        String tenant = row.getString("tenant_number");
        String phone = row.getString("phone");
        return new Claim(
                row.getObject("id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                new TypedPair(
                        new TenantNumber(row.getString("typed_tenant")),
                        new DwellingNumber(row.getString("typed_dwelling"))),
                tenant == null ? null : new TenantNumber(tenant),
                phone == null ? null : new Phone(phone, Phone.Kind.MOBILE),
                Language.of(row.getString("language")).locale(),
                row.getString("shown_phone"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getInt("sends"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                instant(row, "proved_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
