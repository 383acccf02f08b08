package fr.opalconnect.landlord;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
import org.springframework.stereotype.Component;

/// Takes the resident advisers from the ERP.
@Component
class AdviserIntake implements Intake {
    @Override
    public Mapping mapping() {
        return Mapping.of("conseillers", "landlord.adviser")
                .key("code", "code")
                .value("first_name", "prenom")
                .value("last_name", "nom")
                .value("agency_code", "code_agence")
                .value("email", "courriel")
                .value("phone", "telephone");
    }
}
