package fr.opalconnect.account;

import fr.opalconnect.platform.Difference;
import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Mapping;
import fr.opalconnect.platform.Merge;
import fr.opalconnect.platform.Staged;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes the ledger's entries from the ERP, their only author.
@Component
class LedgerIntake implements Intake {
    private final NoticeSums sums = new NoticeSums();

    @Override
    public Mapping mapping() {
        return Mapping.of("ecritures", "account.ledger_entry")
                .key("lease_number", "numero_bail")
                .key("id", "identifiant")
                .value("notice_id", "avis")
                .value("kind", "nature")
                .value("label", "libelle")
                .value("period", "periode")
                .value("operation_date", "date_operation")
                .value("value_date", "date_valeur")
                .value("due_date", "date_echeance")
                .value("debit_cents", "debit", "coalesce(s.debit, 0)")
                .value("credit_cents", "credit", "coalesce(s.credit, 0)")
                .value("direct_debit", "prelevable")
                .value("reverses_id", "annule")
                .value("payment_reference", "reference_paiement");
    }

    private static final String NEVER_CHANGES = "cette ligne est déjà en place avec une autre valeur ;"
            + " une écriture ne change pas, elle s’annule par une autre (annule)";

    /// Sums come last, of lines that are right in themselves.
    @Override
    public void check(JdbcClient jdbc, Staged staged) {
        boolean first = new Merge(jdbc, staged, mapping()).isTableEmpty();
        long wrong = first ? 0 : new Difference(jdbc, staged, mapping()).rejectChanges(NEVER_CHANGES);
        wrong += staged.reject(jdbc, """
                SELECT 'ecritures', e.line, f.column_name, f.value, f.reason
                FROM (SELECT * FROM {ecritures} -- read once
                      WHERE (debit > 0 AND credit > 0) OR (debit IS NULL AND credit IS NULL) OR annule = identifiant) e
                CROSS JOIN LATERAL (
                    SELECT 'debit' AS column_name, to_char(debit / 100.0, 'FM9999999990.00') AS value,
                           CASE WHEN debit IS NULL THEN 'ni débit ni crédit : un des deux est attendu'
                                ELSE 'débit et crédit à la fois : un seul des deux est attendu' END AS reason
                    WHERE (debit > 0 AND credit > 0) OR (debit IS NULL AND credit IS NULL)
                    UNION ALL
                    SELECT 'annule', annule, 'une écriture ne s’annule pas elle-même' WHERE annule = identifiant) f
                """);
        if (wrong == 0) {
            sums.check(jdbc, staged, first);
        }
    }

    /// Money that was on its way has arrived when an entry bears its reference; and is on its way again when the ERP
    /// takes that entry back. Which lines are new is known, so the ledger itself is not read.
    @Override
    public void merged(JdbcClient jdbc, Staged staged) {
        jdbc.sql("""
                        UPDATE account.coming_payment c SET entry_id = NULL, posted_at = NULL, matched_by = NULL
                        FROM account.ledger_entry e
                        WHERE c.posted_at > now() - interval '60 days'
                          AND e.lease_number = c.lease_number AND e.id = c.entry_id AND e.closed_at IS NOT NULL
                        """).update();
        jdbc.sql(staged.fill("""
                        UPDATE account.coming_payment c SET entry_id = s.identifiant, posted_at = now()
                        FROM {ecritures} s
                        WHERE c.entry_id IS NULL AND s.reference_paiement = c.reference
                          AND s.numero_bail = c.lease_number AND s.credit = c.amount_cents
                        """)).update();
    }

    @Override
    public void standsAt(JdbcClient jdbc, Instant created) {
        jdbc.sql("""
                        INSERT INTO account.freshness (figures_at) VALUES (:created)
                        ON CONFLICT (only_row) DO UPDATE SET figures_at = excluded.figures_at
                        """).param("created", created.atOffset(ZoneOffset.UTC)).update();
    }
}
