package fr.opalconnect.conversation;

import fr.opalconnect.access.AtTheDesk;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.landlord.StaffMember;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes households, each in a fresh building, and the staff of two agencies. What one test does is nowhere in
/// another's lists.
@TestComponent
class Street {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Tenancies tenancies;
    private final ApplicationContext program;

    Street(JdbcClient jdbc, Tenancies tenancies, ApplicationContext program) {
        this.jdbc = jdbc;
        this.tenancies = tenancies;
        this.program = program;
    }

    /// An agency with one adviser who has an account.
    record Agency(String code, String adviser, StaffMember member) {
        SignedInStaff staff() {
            return AtTheDesk.as(member);
        }
    }

    Agency agency() {
        int number = MADE.incrementAndGet();
        String code = "T" + number;
        jdbc.sql("INSERT INTO landlord.agency (code, name) VALUES (?, ?)")
                .params(code, "Agence " + number)
                .update();
        String adviser = code + "-1";
        StaffMember member = AtTheDesk.member(
                program, "Claire " + number, adviser + "@example.org", StaffRole.ADVISER, List.of(code), adviser);
        return new Agency(code, adviser, member);
    }

    StaffMember colleague(Agency agency, String name) {
        int number = MADE.incrementAndGet();
        return AtTheDesk.member(
                program, name, "c" + number + "@example.org", StaffRole.ADVISER, List.of(agency.code()), null);
    }

    /// A household in a building of its own, looked after by that agency's adviser.
    SignedInTenant household(Agency agency) {
        return household(agency, "Résidence " + MADE.incrementAndGet());
    }

    SignedInTenant household(Agency agency, String estate) {
        int number = MADE.incrementAndGet();
        String lease = "L%05d".formatted(number);
        jdbc.sql("""
                        INSERT INTO tenancy.dwelling (number, type, building, estate, door, address, postcode, city,
                            agency_code, adviser_code)
                        VALUES (?, 'T3', 'B', ?, '204', '1 rue des Tisserands', '02000', 'Laon', ?, ?)
                        """)
                .params("D" + number, estate, agency.code(), agency.adviser())
                .update();
        jdbc.sql("INSERT INTO tenancy.lease (number, dwelling_number, starts_on, term, due_day) "
                        + "VALUES (?, ?, DATE '2021-03-01', 'IN_ARREARS', 5)")
                .params(lease, "D" + number)
                .update();
        return holder(lease, "HOLDER");
    }

    SignedInTenant coHolder(SignedInTenant other) {
        return holder(other.lease().value(), "CO_HOLDER");
    }

    HeldLease lease(SignedInTenant who) {
        return Objects.requireNonNull(
                Objects.requireNonNull(tenancies.find(who.number())).lease(who.lease()));
    }

    int unread(SignedInTenant who) {
        return Objects.requireNonNull(tenancies.find(who.number())).unread();
    }

    /// The tenant leaves the lease: no holder any more.
    void leaves(SignedInTenant who) {
        jdbc.sql("UPDATE tenancy.lease_holder SET closed_at = now() WHERE tenant_number = ?")
                .param(who.number().value())
                .update();
    }

    private SignedInTenant holder(String lease, String role) {
        int number = MADE.incrementAndGet();
        String tenant = "%07d".formatted(600_000 + number);
        jdbc.sql("INSERT INTO tenancy.tenant (number, title, first_name, last_name, language) "
                        + "VALUES (?, 'Mme', 'Odile', ?, 'fr')")
                .params(tenant, "Vasseur" + number)
                .update();
        jdbc.sql("INSERT INTO tenancy.lease_holder (lease_number, tenant_number, role) VALUES (?, ?, ?)")
                .params(lease, tenant, role)
                .update();
        return new SignedInTenant(
                new TenantNumber(tenant), new LeaseNumber(lease), List.of(new LeaseNumber(lease)), UUID.randomUUID());
    }
}
