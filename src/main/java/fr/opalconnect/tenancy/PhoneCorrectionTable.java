package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.tenancy.PhoneCorrection.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Numbers that the agency has put right.
@Component
class PhoneCorrectionTable {
    private final JdbcClient jdbc;

    PhoneCorrectionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            UUID id,
            SignedInStaff who,
            TenantNumber tenant,
            String mobile,
            @Nullable String former,
            String reason,
            Instant now) {
        jdbc.sql("""
                        INSERT INTO tenancy.phone_correction
                            (id, tenant_number, mobile, former, reason, made_at, made_by, made_by_name)
                        VALUES (:id, :tenant, :mobile, :former, :reason, :now, :by, :name)
                        """)
                .param("id", id)
                .param("tenant", tenant.value())
                .param("mobile", mobile)
                .param("former", former)
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", who.id())
                .param("name", who.name())
                .update();
    }

    /// @return whether there was an open one
    boolean end(TenantNumber tenant, State as, Instant now) {
        return jdbc.sql("""
                        UPDATE tenancy.phone_correction SET state = :state, ended_at = :now
                        WHERE tenant_number = :tenant AND state = 'OPEN'
                        """)
                        .param("state", as.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant.value())
                        .update()
                > 0;
    }

    /// Holds the tenant's row, so that two who correct at the same moment come one after the other.
    void hold(TenantNumber tenant) {
        jdbc.sql("SELECT 1 FROM tenancy.tenant WHERE number = :tenant FOR UPDATE")
                .param("tenant", tenant.value())
                .query(Integer.class)
                .single();
    }

    @Nullable
    PhoneCorrection open(TenantNumber tenant) {
        return of(tenant).stream()
                .filter(one -> one.state() == State.OPEN)
                .findFirst()
                .orElse(null);
    }

    List<PhoneCorrection> of(TenantNumber tenant) {
        return jdbc.sql("""
                        SELECT id, mobile, former, reason, made_at, made_by_name, state, ended_at, export_number
                        FROM tenancy.phone_correction WHERE tenant_number = :tenant
                        ORDER BY made_at DESC, id DESC LIMIT 20
                        """)
                .param("tenant", tenant.value())
                .query((row, index) -> read(row))
                .list();
    }

    private static PhoneCorrection read(ResultSet row) throws SQLException {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new PhoneCorrection(
                row.getObject("id", UUID.class),
                row.getString("mobile"),
                row.getString("former"),
                row.getString("reason"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by_name"),
                State.valueOf(row.getString("state")),
                endedAt == null ? null : endedAt.toInstant(),
                row.getObject("export_number", Long.class));
    }
}
