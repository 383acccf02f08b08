package fr.opalconnect.debit;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.platform.Outlet;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the ERP of collections: handed to the bank, left out, come back.
@Component
class DebitOutlet implements Outlet {
    @Override
    public String file() {
        return "prelevements";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "identifiant",
                "nature",
                "reference_paiement",
                "rum",
                "numero_bail",
                "avis",
                "montant",
                "date_prelevement",
                "fichier",
                "code_banque",
                "motif",
                "date_evenement");
    }

    /// What is only announced may still change.
    @Override
    public int assign(JdbcClient jdbc, long number) {
        return jdbc.sql("""
                        UPDATE debit.collection_step SET export_number = :number
                        WHERE export_number IS NULL AND act IN ('SEND', 'LEAVE_OUT', 'RETURN')
                        """).param("number", number).update();
    }

    @Override
    public List<List<@Nullable String>> rows(JdbcClient jdbc, long number) {
        return jdbc.sql("""
                        SELECT s.collection_id, s.number, s.act, s.at, s.detail, c.reference, c.lease_number, c.notice_id,
                               c.amount_cents, c.due_on, m.rum, f.message_id
                        FROM debit.collection_step s
                        JOIN debit.collection c ON c.id = s.collection_id
                        JOIN debit.mandate m ON m.id = c.mandate_id
                        LEFT JOIN debit.bank_file f ON f.id = c.file_id
                        WHERE s.export_number = :number
                        ORDER BY s.at, s.collection_id, s.number
                        """)
                .param("number", number)
                .query((row, index) -> {
                    String act = row.getString("act");
                    boolean returned = act.equals("RETURN");
                    return Arrays.<@Nullable String>asList(
                            row.getString("collection_id") + "-" + row.getInt("number"),
                            nature(act),
                            row.getString("reference"),
                            row.getString("rum"),
                            row.getString("lease_number"),
                            row.getString("notice_id"),
                            Money.ofCents(row.getLong("amount_cents")).toEuros(),
                            row.getString("due_on"),
                            row.getString("message_id"),
                            returned ? row.getString("detail") : null,
                            returned ? null : row.getString("detail"),
                            row.getObject("at", OffsetDateTime.class)
                                    .toInstant()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString());
                })
                .list();
    }

    private static String nature(String act) {
        return switch (act) {
            case "SEND" -> "EMIS";
            case "RETURN" -> "REJETE";
            default -> "RETIRE";
        };
    }
}
