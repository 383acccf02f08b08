package fr.opalconnect.tenancy;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
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
}
