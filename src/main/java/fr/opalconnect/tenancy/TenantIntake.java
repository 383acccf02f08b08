package fr.opalconnect.tenancy;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
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
