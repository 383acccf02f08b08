package fr.opalconnect.tenancy;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
import fr.opalconnect.platform.Staged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes the leases from the ERP.
@Component
class LeaseIntake implements Intake {
    @Override
    public Mapping mapping() {
        return Mapping.of("baux", "tenancy.lease")
                .key("number", "numero_bail")
                .value("dwelling_number", "numero_logement")
                .value("starts_on", "date_debut")
                .value("ends_on", "date_fin")
                .value("term", "terme", "CASE s.terme WHEN 'A_ECHOIR' THEN 'IN_ADVANCE' ELSE 'IN_ARREARS' END")
                .value("due_day", "jour_echeance")
                .value("payment_method", "mode_paiement");
    }

    @Override
    public void check(JdbcClient jdbc, Staged staged) {
        staged.reject(jdbc, """
                SELECT 'baux', line, 'date_fin', date_fin::text,
                       'le bail finirait avant son début (' || date_debut || ')'
                FROM {baux} WHERE date_fin < date_debut
                """);
    }
}
