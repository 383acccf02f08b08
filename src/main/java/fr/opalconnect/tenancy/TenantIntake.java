package fr.opalconnect.tenancy;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
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
}
