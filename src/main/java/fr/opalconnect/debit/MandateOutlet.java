package fr.opalconnect.debit;

import fr.opalconnect.platform.Outlet;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the ERP of mandates: signed, moved to another account, blocked, ended. The IBAN is in clear there, because the
/// ERP is what answers for the landlord's accounts.
@Component
class MandateOutlet implements Outlet {
    @Override
    public String file() {
        return "mandats";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "identifiant",
                "nature",
                "rum",
                "numero_bail",
                "numero_locataire",
                "titulaire",
                "iban",
                "date_signature",
                "jour_prelevement",
                "date_effet",
                "date_evenement",
                "motif");
    }

    /// What a tenant suspends for once is told with the collection that was left out.
    @Override
    public int assign(JdbcClient jdbc, long number) {
        return jdbc.sql("""
                        UPDATE debit.mandate_step SET export_number = :number
                        WHERE export_number IS NULL AND act IN ('SIGN', 'CHANGE_ACCOUNT', 'STOP', 'END', 'LAPSE')
                        """).param("number", number).update();
    }

    /// The account of a step is the newest that was there when it was taken.
    @Override
    public List<List<@Nullable String>> rows(JdbcClient jdbc, long number) {
        Vault vault = Vault.on(jdbc);
        return jdbc.sql("""
                        SELECT s.mandate_id, s.number, s.act, s.at, s.detail, m.rum, m.lease_number, m.tenant_number,
                               (m.signed_at AT TIME ZONE 'Europe/Paris')::date AS signed_on, m.debit_day,
                               a.id AS account, a.holder, a.iban_sealed, a.used_from
                        FROM debit.mandate_step s
                        JOIN debit.mandate m ON m.id = s.mandate_id
                        JOIN LATERAL (SELECT * FROM debit.bank_account b
                                      WHERE b.mandate_id = m.id AND b.signed_at <= s.at
                                      ORDER BY b.signed_at DESC, b.id DESC LIMIT 1) a ON true
                        WHERE s.export_number = :number
                        ORDER BY s.at, s.mandate_id, s.number
                        """)
                .param("number", number)
                .query((row, index) -> Arrays.<@Nullable String>asList(
                        row.getString("mandate_id") + "-" + row.getInt("number"),
                        nature(row.getString("act")),
                        row.getString("rum"),
                        row.getString("lease_number"),
                        row.getString("tenant_number"),
                        row.getString("holder"),
                        vault.open(row.getObject("account", UUID.class), row.getBytes("iban_sealed"))
                                .value(),
                        row.getString("signed_on"),
                        row.getString("debit_day"),
                        row.getString("used_from"),
                        row.getObject("at", OffsetDateTime.class)
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        row.getString("detail")))
                .list();
    }

    private static String nature(String act) {
        return switch (act) {
            case "SIGN" -> "SIGNATURE";
            case "CHANGE_ACCOUNT" -> "CHANGEMENT_COMPTE";
            case "STOP" -> "BLOCAGE";
            case "END" -> "FIN";
            default -> "EXPIRATION";
        };
    }
}
