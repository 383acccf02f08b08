package fr.opalconnect.payment;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.platform.Outlet;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the ERP which payments were taken by card, and which of these the bank took back.
@Component
class PaymentOutlet implements Outlet {
    @Override
    public String file() {
        return "paiements";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "reference_paiement",
                "nature",
                "numero_bail",
                "numero_locataire",
                "montant",
                "date",
                "moyen",
                "prestataire",
                "transaction",
                "echeance_plan");
    }

    @Override
    public int assign(JdbcClient jdbc, long number) {
        int paid = jdbc.sql("""
                        UPDATE payment.payment SET export_number = :number
                        WHERE state IN ('PAID', 'REVERSED') AND export_number IS NULL
                          AND EXISTS (SELECT FROM payment.payment_step s
                                      WHERE s.payment_id = payment.id AND s.to_state = 'PAID')
                        """).param("number", number).update();
        int reversed = jdbc.sql("""
                        UPDATE payment.payment SET reversal_export_number = :number
                        WHERE state = 'REVERSED' AND export_number IS NOT NULL AND reversal_export_number IS NULL
                        """).param("number", number).update();
        return paid + reversed;
    }

    @Override
    public List<List<@Nullable String>> rows(JdbcClient jdbc, long number) {
        return jdbc.sql("""
                        SELECT p.*, 'PAIEMENT' AS nature, s.at FROM payment.payment p
                        JOIN payment.payment_step s ON s.payment_id = p.id AND s.to_state = 'PAID'
                        WHERE p.export_number = :number
                        UNION ALL
                        SELECT p.*, 'ANNULATION', s.at FROM payment.payment p
                        JOIN payment.payment_step s ON s.payment_id = p.id AND s.to_state = 'REVERSED'
                        WHERE p.reversal_export_number = :number
                        ORDER BY at, reference, nature
                        """)
                .param("number", number)
                .query((row, index) -> Arrays.<@Nullable String>asList(
                        row.getString("reference"),
                        row.getString("nature"),
                        row.getString("lease_number"),
                        row.getString("tenant_number"),
                        Money.ofCents(row.getLong("amount_cents")).toEuros(),
                        row.getObject("at", OffsetDateTime.class)
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        "CARTE",
                        row.getString("provider"),
                        row.getString("provider_transaction"),
                        row.getString("instalment")))
                .list();
    }
}
