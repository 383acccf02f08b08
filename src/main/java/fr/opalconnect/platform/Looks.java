package fr.opalconnect.platform;

import fr.opalconnect.kernel.SignedInStaff;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Every look of the staff into a tenant's file: who, what, when, and why when that was asked. One appended line each;
/// the tenant may read them.
@Component
public class Looks {
    /// One look.
    ///
    /// @param staffName as it was then
    /// @param what      `file`, `phone`, `code`: a word that texts can be chosen by, no person's data
    /// @param why       what was answered when a reason was asked
    public record Look(
            Instant at,
            UUID staff,
            String staffName,
            String tenant,
            String what,
            @Nullable String why) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Looks(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Writes one down, in the caller's transaction when there is one.
    public void look(SignedInStaff who, String tenantNumber, String what, @Nullable String why) {
        jdbc.sql("""
                        INSERT INTO platform.look (at, staff_id, staff_name, tenant_number, what, why)
                        VALUES (:at, :staff, :name, :tenant, :what, :why)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("staff", who.id())
                .param("name", who.name())
                .param("tenant", tenantNumber)
                .param("what", what)
                .param("why", why == null || why.isBlank() ? null : why.strip())
                .update();
    }

    /// Who looked at this tenant, the latest first.
    public List<Look> at(String tenantNumber, int most) {
        return jdbc.sql("""
                        SELECT at, staff_id, staff_name, tenant_number, what, why FROM platform.look
                        WHERE tenant_number = :tenant ORDER BY at DESC, id DESC LIMIT :most
                        """)
                .param("tenant", tenantNumber)
                .param("most", most)
                .query((row, index) -> new Look(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("staff_id", UUID.class),
                        row.getString("staff_name"),
                        row.getString("tenant_number"),
                        row.getString("what"),
                        row.getString("why")))
                .list();
    }

    /// Forgets what is older: the log is personal data too, of the staff and of the tenants.
    int forgetBefore(Instant day) {
        return jdbc.sql("DELETE FROM platform.look WHERE at < :day")
                .param("day", day.atOffset(ZoneOffset.UTC))
                .update();
    }
}
