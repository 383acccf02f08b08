package fr.opalconnect.account;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
import fr.opalconnect.platform.Staged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes the rent notices from the ERP. That a notice is the sum of its lines is checked with the lines.
@Component
class RentNoticeIntake implements Intake {
    @Override
    public Mapping mapping() {
        return Mapping.of("avis", "account.rent_notice")
                .key("id", "identifiant")
                .value("lease_number", "numero_bail")
                .value("period", "periode")
                .value("issued_on", "date_emission")
                .value("due_on", "date_echeance")
                .value("brought_forward_cents", "solde_anterieur")
                .value("month_total_cents", "total_mois")
                .value("net_to_pay_cents", "net_a_payer");
    }

    @Override
    public void check(JdbcClient jdbc, Staged staged) {
        long wrong = staged.reject(jdbc, """
                SELECT 'avis', line, 'net_a_payer', to_char(net_a_payer / 100.0, 'FM9999999990.00'),
                       'solde_anterieur plus total_mois font '
                       || to_char((solde_anterieur + total_mois) / 100.0, 'FM9999999990.00')
                FROM {avis} WHERE net_a_payer <> solde_anterieur + total_mois
                UNION ALL
                SELECT 'avis', line, 'date_echeance', date_echeance::text,
                       'l’échéance serait avant l’émission (' || date_emission || ')'
                FROM {avis} WHERE date_echeance < date_emission
                """);
        if (wrong > 0) {
            NoticeSums.checkRejected(jdbc, staged);
        }
    }
}
