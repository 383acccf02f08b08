package fr.opalconnect.tenancy;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
import fr.opalconnect.platform.Staged;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes from the ERP who holds which lease.
@Component
class LeaseHolderIntake implements Intake {
    @Override
    public Mapping mapping() {
        return Mapping.of("titulaires", "tenancy.lease_holder")
                .key("lease_number", "numero_bail")
                .key("tenant_number", "numero_locataire")
                .value("role", "role", """
                        CASE s.role WHEN 'TITULAIRE' THEN 'HOLDER'
                                    WHEN 'COTITULAIRE' THEN 'CO_HOLDER'
                                    ELSE 'OCCUPANT' END""");
    }

    /// Who holds which lease joins all that people are found by.
    @Override
    public void merged(JdbcClient jdbc, Staged staged) {
        new SearchEntries(jdbc).refresh(staged);
    }

    @Override
    public void standsAt(JdbcClient jdbc, Instant created) {
        new SearchEntries(jdbc).noteEnded(created);
    }
}
