package fr.opalconnect.transfer;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.platform.Outlet;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the ERP which transfers are whose, and which of these it was told wrongly.
@Component
class TransferOutlet implements Outlet {
    @Override
    public String file() {
        return "virements";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "reference_paiement",
                "nature",
                "numero_bail",
                "montant",
                "date_operation",
                "date_valeur",
                "reference_banque",
                "releve",
                "reference_structuree",
                "affecte_le",
                "affecte_par");
    }

    @Override
    public int assign(JdbcClient jdbc, long number) {
        int matches = jdbc.sql("""
                        UPDATE transfer.match SET export_number = :number
                        WHERE withdrawn_at IS NULL AND export_number IS NULL
                        """).param("number", number).update();
        int withdrawals = jdbc.sql("""
                        UPDATE transfer.match SET withdrawal_export_number = :number
                        WHERE withdrawn_at IS NOT NULL AND export_number IS NOT NULL
                              AND withdrawal_export_number IS NULL
                        """).param("number", number).update();
        return matches + withdrawals;
    }

    @Override
    public List<List<@Nullable String>> rows(JdbcClient jdbc, long number) {
        return jdbc.sql("""
                        SELECT m.number, 'AFFECTATION' AS kind, m.lease_number, l.amount_cents, l.booked_on, l.value_on,
                               l.bank_reference, s.bank_id, l.reference, m.made_at AS at, m.made_by
                        FROM transfer.match m
                        JOIN transfer.line l ON l.id = m.line_id
                        JOIN transfer.statement s ON s.id = l.statement_id
                        WHERE m.export_number = :number
                        UNION ALL
                        SELECT m.number, 'RETRAIT', m.lease_number, l.amount_cents, l.booked_on, l.value_on,
                               l.bank_reference, s.bank_id, l.reference, m.withdrawn_at, m.made_by
                        FROM transfer.match m
                        JOIN transfer.line l ON l.id = m.line_id
                        JOIN transfer.statement s ON s.id = l.statement_id
                        WHERE m.withdrawal_export_number = :number
                        ORDER BY number, kind
                        """)
                .param("number", number)
                .query((row, index) -> Arrays.<@Nullable String>asList(
                        Line.Match.reference(row.getLong("number")),
                        row.getString("kind"),
                        row.getString("lease_number"),
                        Money.ofCents(row.getLong("amount_cents")).toEuros(),
                        row.getString("booked_on"),
                        row.getString("value_on"),
                        row.getString("bank_reference"),
                        row.getString("bank_id"),
                        row.getString("reference"),
                        row.getObject("at", OffsetDateTime.class)
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        row.getString("made_by").equals(Matches.RULE) ? "REGLE" : row.getString("made_by")))
                .list();
    }
}
