package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.ActivatedShare.Counted;
import fr.opalconnect.access.ActivatedShare.Share;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.sample.Cast;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How many use the app: at once for a landlord like any other, from the hour's count for a very large one.
@WholeApplication
class ActivatedShareTest {
    private static final int NOBODY = 0;
    private static final SignedInStaff EVERYWHERE = staff(StaffRole.ADMINISTRATOR);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private ActivatedShare share;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        Emptied.by(jdbc, "DELETE FROM access.activated_share");
        jdbc.sql("DELETE FROM access.login WHERE tenant_number = :tenant")
                .param("tenant", Cast.NADIA_BENALI.tenant().value())
                .update();
    }

    @Test
    void who_has_just_activated_counts_at_once() {
        Share before = share.of(EVERYWHERE).byAgency().get("LAO");
        jdbc.sql("INSERT INTO access.login (tenant_number, password_hash, activated_at, password_set_at)"
                        + " VALUES (:tenant, '-', now(), now()) ON CONFLICT DO NOTHING")
                .param("tenant", Cast.NADIA_BENALI.tenant().value())
                .update();
        Share after = share.of(EVERYWHERE).byAgency().get("LAO");
        assertThat(after.activated()).isEqualTo(before.activated() + 1);
        assertThat(after.tenants())
                .isEqualTo(before.tenants())
                .isEqualTo(jdbc.sql("""
                        SELECT count(DISTINCT h.tenant_number) FROM tenancy.lease_holder h
                        JOIN tenancy.lease l ON l.number = h.lease_number
                        JOIN tenancy.dwelling d ON d.number = l.dwelling_number
                        WHERE d.agency_code = 'LAO' AND h.role <> 'OCCUPANT' AND h.closed_at IS NULL
                          AND l.closed_at IS NULL AND (l.ends_on IS NULL OR l.ends_on >= current_date)
                        """).query(Integer.class).single());
    }

    @Test
    void of_very_many_tenants_the_last_count_is_shown_with_its_time() {
        Counted before = share.of(EVERYWHERE, NOBODY);
        assertThat(before.at()).isNull();
        assertThat(before.byAgency()).isEmpty();

        share.keep(NOBODY);

        Counted kept = share.of(EVERYWHERE, NOBODY);
        Map<String, Share> now = share.of(EVERYWHERE).byAgency();
        assertThat(kept.at()).isNotNull();
        assertThat(kept.byAgency()).isEqualTo(now).containsKeys("LAO", "SOI");
        assertThat(share.of(staff(StaffRole.AGENCY_MANAGER, "SOI"), NOBODY).byAgency())
                .isEqualTo(Map.of("SOI", now.get("SOI")));
    }

    @Test
    void a_landlord_that_is_counted_at_once_keeps_no_count() {
        share.keep();
        assertThat(jdbc.sql("SELECT count(*) FROM access.activated_share")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static SignedInStaff staff(StaffRole role, String... agencies) {
        return new SignedInStaff(UUID.randomUUID(), "Anne Caron", role, List.of(agencies), null, UUID.randomUUID());
    }
}
