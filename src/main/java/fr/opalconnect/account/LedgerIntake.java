package fr.opalconnect.account;

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
                .immutable()
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

    @Override
    public void check(JdbcClient jdbc, Staged staged) {
        boolean first = new Merge(jdbc, staged, mapping()).isTableEmpty();
        if (!first) {
            new Merge(jdbc, staged, mapping()).rejectChanges();
        }
        jdbc.sql(staged.fill(LINES)).update();
        jdbc.sql(staged.fill(REVERSALS)).update();
        sums.check(jdbc, staged, first);
    }

    /// A line is a debit or a credit (nil only when it says so: 0.00), and its notice is one of its own account.
    private static final String LINES = """
            INSERT INTO {rejects} (file, line, column_name, value, reason)
            SELECT 'ecritures', line, 'debit', to_char(debit / 100.0, 'FM9999999990.00'),
                   CASE WHEN debit IS NULL THEN 'ni débit ni crédit : un des deux est attendu'
                        ELSE 'débit et crédit à la fois : un seul des deux est attendu' END
            FROM {ecritures} WHERE (debit > 0 AND credit > 0) OR (debit IS NULL AND credit IS NULL)
            UNION ALL
            SELECT 'ecritures', e.line, 'avis', e.avis, 'cet avis est celui du bail ' || n.numero_bail
            FROM {ecritures} e JOIN {avis} n ON n.identifiant = e.avis WHERE n.numero_bail <> e.numero_bail
            UNION ALL
            SELECT 'ecritures', e.line, 'avis', e.avis, 'cet avis est celui du bail ' || n.lease_number
            FROM {ecritures} e JOIN account.rent_notice n ON n.id = e.avis
            WHERE n.lease_number <> e.numero_bail
              AND NOT EXISTS (SELECT FROM {avis} a WHERE a.identifiant = e.avis)
            """;

    private static final String REVERSALS = """
            INSERT INTO {rejects} (file, line, column_name, value, reason)
            SELECT 'ecritures', e.line, 'annule', e.annule,
                   CASE WHEN e.annule = e.identifiant THEN 'une écriture ne s’annule pas elle-même'
                        ELSE 'le bail ' || e.numero_bail || ' n’a pas d’écriture « ' || e.annule || ' »' END
            FROM {ecritures} e
            WHERE e.annule IS NOT NULL
              AND (e.annule = e.identifiant
                   OR NOT EXISTS (SELECT FROM {ecritures} r
                                  WHERE r.numero_bail = e.numero_bail AND r.identifiant = e.annule)
                      AND NOT EXISTS (SELECT FROM account.ledger_entry r
                                      WHERE r.lease_number = e.numero_bail AND r.id = e.annule))
            """;

    @Override
    public void standsAt(JdbcClient jdbc, Instant created) {
        jdbc.sql("""
                        INSERT INTO account.freshness (figures_at) VALUES (:created)
                        ON CONFLICT (only_row) DO UPDATE SET figures_at = excluded.figures_at
                        """).param("created", created.atOffset(ZoneOffset.UTC)).update();
    }
}
