package fr.opalconnect.landlord;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
import org.springframework.stereotype.Component;

/// Takes the agencies from the ERP.
@Component
class AgencyIntake implements Intake {
    @Override
    public Mapping mapping() {
        return Mapping.of("agences", "landlord.agency")
                .key("code", "code")
                .value("name", "nom")
                .value("phone", "telephone")
                .value("email", "courriel")
                .value("address", "adresse")
                .value("postcode", "code_postal")
                .value("city", "commune")
                .value("opening_hours", "horaires");
    }
}
