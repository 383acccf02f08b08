package fr.opalconnect.access;

import fr.opalconnect.access.ActivatedShare.Share;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Counts accounts, and keeps what was counted.
@Component
class ShareTable {
    record Kept(String agency, Share share, Instant at) {}

    private final JdbcClient jdbc;

    ShareTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many of these have an account.
    int activated(Collection<String> tenants) {
        return jdbc.sql("SELECT count(*) FROM access.login WHERE tenant_number = ANY(:tenants)")
                .param("tenants", tenants.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void keep(Map<String, Share> shares, Instant at) {
        jdbc.sql("DELETE FROM access.activated_share").update();
        jdbc.sql("""
                        INSERT INTO access.activated_share (agency_code, tenants, activated, counted_at)
                        SELECT agency, tenants, activated, :at
                        FROM unnest(:agencies, :tenants, :activated) counted(agency, tenants, activated)
                        """)
                .param("agencies", shares.keySet().toArray(String[]::new))
                .param("tenants", shares.values().stream().map(Share::tenants).toArray(Integer[]::new))
                .param(
                        "activated",
                        shares.values().stream().map(Share::activated).toArray(Integer[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Kept> kept() {
        return jdbc.sql("SELECT agency_code, tenants, activated, counted_at FROM access.activated_share")
                .query((row, index) -> new Kept(
                        row.getString("agency_code"),
                        new Share(row.getInt("tenants"), row.getInt("activated")),
                        row.getObject("counted_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
