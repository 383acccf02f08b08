package fr.opalconnect.tenancy;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
import fr.opalconnect.platform.Staged;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes the tenants from the ERP.
@Component
class TenantIntake implements Intake {
    @Override
    public Mapping mapping() {
        return Mapping.of("locataires", "tenancy.tenant")
                .key("number", "numero_locataire")
                .value("title", "civilite")
                .value("first_name", "prenom")
                .value("last_name", "nom")
                .value("mobile", "mobile")
                .value("email", "courriel")
                .value("language", "langue");
    }

    /// Keeps the numbers of before, for those who are told: who holds a lease, and whose number in force becomes
    /// another one. Another spelling is no other number; while a correction of the agency stands, it is the one in
    /// force. Who comes new, with a first package everybody, has no number of before.
    @Override
    public void merging(JdbcClient jdbc, Staged staged) {
        jdbc.sql(staged.fill("""
                        INSERT INTO tenancy.phone_change (tenant_number, former)
                        SELECT t.number, t.mobile
                        FROM {locataires} s
                        JOIN tenancy.tenant t ON t.number = s.numero_locataire AND t.closed_at IS NULL
                        WHERE s.there
                              AND nullif(tenancy.phone_digits(s.mobile), '')
                                  IS DISTINCT FROM nullif(tenancy.phone_digits(t.mobile), '')
                              AND NOT EXISTS (SELECT FROM tenancy.phone_correction c
                                              WHERE c.tenant_number = t.number AND c.state = 'OPEN')
                              AND EXISTS (SELECT FROM tenancy.lease_holder h
                                          WHERE h.tenant_number = t.number AND h.closed_at IS NULL
                                                AND h.role IN ('HOLDER', 'CO_HOLDER'))
                        ON CONFLICT (tenant_number) DO NOTHING
                        """)).update();
    }

    /// The ERP says the same as the agency's correction: it has done its work.
    @Override
    public void standsAt(JdbcClient jdbc, Instant created) {
        jdbc.sql("""
                        UPDATE tenancy.phone_correction c SET state = 'SETTLED', ended_at = :created
                        FROM tenancy.tenant t
                        WHERE c.state = 'OPEN' AND t.number = c.tenant_number
                              AND tenancy.phone_digits(t.mobile) = tenancy.phone_digits(c.mobile)
                        """).param("created", created.atOffset(ZoneOffset.UTC)).update();
    }
}
