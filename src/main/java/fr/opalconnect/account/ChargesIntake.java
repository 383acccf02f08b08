package fr.opalconnect.account;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
import fr.opalconnect.platform.Staged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes the yearly charges statements from an ERP that sends them.
@Component
class ChargesIntake implements Intake {
    @Override
    public Mapping mapping() {
        return Mapping.of("decomptes", "account.charges_statement")
                .key("lease_number", "numero_bail")
                .key("year", "annee")
                .key("theme", "theme")
                .value("spent_cents", "depenses")
                .value("advanced_cents", "provisions");
    }

    /// A year that has not ended yet has no statement.
    @Override
    public void check(JdbcClient jdbc, Staged staged) {
        staged.reject(jdbc, """
                SELECT 'decomptes', line, 'annee', annee, 'cette année n’est pas finie : son décompte ne peut pas exister'
                FROM {decomptes} WHERE annee::int >= extract(year FROM current_date)
                """);
    }
}
