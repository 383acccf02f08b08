package fr.opalconnect.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.sample.CastStaff;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// How many households an announcement is for, and who is told of it: the same ones.
@WholeApplication
class AreasTest {
    private static final Area YARD = new Area(null, "Essai-sur-Aisne", "La Cour", null, null);

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Areas areas;

    @Autowired
    private Recipients recipients;

    @Autowired
    private JdbcClient jdbc;

    private SignedInStaff anyone;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        anyone = AtTheDesk.as(program, CastStaff.ANNE_CARON);
    }

    @Test
    void a_household_is_one_however_many_hold_its_leases_and_whoever_rents_a_place_only_is_one_too() {
        program.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            lease("IN_ARREARS", 0, null, "essai-a", "essai-b");
            lease("IN_ADVANCE", 0, null, "essai-b");
            lease("IN_ADVANCE", 0, null, "essai-c");
            lease("IN_ARREARS", 0, -1, "essai-gone");
            lease("IN_ARREARS", 1, null, "essai-not-yet");
            assertThat(recipients.in(YARD))
                    .extracting(TenantNumber::value)
                    .containsExactlyInAnyOrder("essai-a", "essai-b", "essai-c");
            assertThat(areas.households(anyone, YARD)).isEqualTo(2);
            status.setRollbackOnly();
        });
    }

    @Test
    void of_the_whole_landlord_as_many_are_counted_as_are_told() {
        Map<String, Set<String>> households = new HashMap<>();
        Set<String> told = new HashSet<>();
        recipients.in(Area.EVERYWHERE).forEach(tenant -> told.add(tenant.value()));
        told.forEach(tenant -> households.put(tenant, new HashSet<>(Set.of(tenant))));
        for (Map<String, Object> row : jdbc.sql("""
                        SELECT a.tenant_number AS a, b.tenant_number AS b FROM tenancy.lease_holder a
                        JOIN tenancy.lease_holder b USING (lease_number)
                        WHERE a.role <> 'OCCUPANT' AND b.role <> 'OCCUPANT' AND a.closed_at IS NULL AND b.closed_at IS NULL
                        """).query().listOfRows()) {
            Set<String> first = households.get((String) row.get("a"));
            Set<String> second = households.get((String) row.get("b"));
            if (first != null && second != null && !first.equals(second)) {
                first.addAll(second);
                List.copyOf(second).forEach(tenant -> households.put(tenant, first));
            }
        }
        assertThat(told).hasSizeGreaterThan(500);
        assertThat(areas.households(anyone, Area.EVERYWHERE))
                .isEqualTo((int) households.values().stream().distinct().count())
                .isLessThanOrEqualTo(told.size());
    }

    private void lease(String term, int starts, @Nullable Integer ends, String... holders) {
        String number = "essai-" + holders.length + "-" + term + "-" + holders[0];
        jdbc.sql("""
                        INSERT INTO tenancy.dwelling (number, type, estate, address, postcode, city)
                        VALUES (:number, 'T3', 'La Cour', '1 la Cour', '02000', 'Essai-sur-Aisne')
                        """).param("number", number).update();
        jdbc.sql("""
                        INSERT INTO tenancy.lease (number, dwelling_number, starts_on, ends_on, term, due_day)
                        VALUES (:number, :number, current_date + :starts, current_date + cast(:ends AS int), :term, 5)
                        """)
                .param("number", number)
                .param("starts", starts)
                .param("ends", ends)
                .param("term", term)
                .update();
        for (String holder : holders) {
            jdbc.sql("INSERT INTO tenancy.tenant (number, last_name) VALUES (:holder, 'Essai') ON CONFLICT DO NOTHING")
                    .param("holder", holder)
                    .update();
            jdbc.sql(
                            "INSERT INTO tenancy.lease_holder (lease_number, tenant_number, role) VALUES (:number, :holder, 'HOLDER')")
                    .param("number", number)
                    .param("holder", holder)
                    .update();
        }
    }
}
