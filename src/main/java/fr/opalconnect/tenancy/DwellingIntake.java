package fr.opalconnect.tenancy;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
import org.springframework.stereotype.Component;

/// Takes the dwellings from the ERP.
@Component
class DwellingIntake implements Intake {
    @Override
    public Mapping mapping() {
        return Mapping.of("logements", "tenancy.dwelling")
                .key("number", "numero_logement")
                .value("type", "type")
                .value("floor", "etage")
                .value("door", "porte")
                .value("building", "batiment")
                .value("staircase", "escalier")
                .value("estate", "residence")
                .value("address", "adresse")
                .value("postcode", "code_postal")
                .value("city", "commune")
                .value("surface_m2", "surface_m2", "s.surface_m2 / 100.0", "(t.surface_m2 * 100)::bigint")
                .value("agency_code", "code_agence")
                .value("adviser_code", "code_conseiller");
    }
}
