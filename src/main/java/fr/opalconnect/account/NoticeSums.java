package fr.opalconnect.account;

import fr.opalconnect.platform.Staged;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A notice is the sum of its lines. One that is not is left out together with its lines, so that a tenant sees the
/// whole of it or, until the ERP has put it right, none of it.
final class NoticeSums {
    void check(JdbcClient jdbc, Staged staged, boolean first) {
        jdbc.sql("DROP TABLE IF EXISTS pg_temp.notice_sum").update();
        jdbc.sql(staged.fill(first ? STAGED_LINES.formatted("") : STAGED_LINES.formatted(NOTICES_THAT_LOSE_LINES)))
                .update();
        if (!first) {
            jdbc.sql("ANALYZE pg_temp.notice_sum").update();
            jdbc.sql(staged.fill(LINES_IN_PLACE)).update();
        }
        jdbc.sql(staged.fill(NOTICES_THAT_DIFFER)).update();
        long wrong = jdbc.sql("SELECT count(*) FROM pg_temp.notice_sum")
                .query(Long.class)
                .single();
        if (wrong > 0) {
            jdbc.sql(staged.fill(REJECT_NOTICES)).update();
            jdbc.sql(staged.fill(REJECT_LINES)).update();
            jdbc.sql(staged.fill(KEEP_LINES)).update();
        }
    }

    private static final String STAGED_LINES = """
            CREATE TEMP TABLE notice_sum AS
            SELECT id, sum(total)::bigint AS total, NULL::bigint AS stated, NULL::int AS line
            FROM (SELECT avis AS id, sum(coalesce(debit, 0) - coalesce(credit, 0)) AS total
                  FROM {ecritures} WHERE avis IS NOT NULL GROUP BY avis
                  UNION ALL
                  SELECT identifiant, 0 FROM {avis}
                  %s) part
            GROUP BY id
            """;

    private static final String NOTICES_THAT_LOSE_LINES = """
            UNION ALL
            SELECT e.notice_id, 0 FROM account.ledger_entry e
            JOIN {gone ecritures} g ON g.numero_bail = e.lease_number AND g.identifiant = e.id
            WHERE e.notice_id IS NOT NULL
            """;

    private static final String LINES_IN_PLACE = """
            UPDATE pg_temp.notice_sum n SET total = n.total + part.total
            FROM (SELECT e.notice_id, sum(e.debit_cents - e.credit_cents) AS total
                  FROM account.ledger_entry e
                  WHERE e.notice_id IN (SELECT id FROM pg_temp.notice_sum) AND e.closed_at IS NULL
                    AND NOT EXISTS (SELECT FROM {gone ecritures} g
                                    WHERE g.numero_bail = e.lease_number AND g.identifiant = e.id)
                  GROUP BY e.notice_id) part
            WHERE part.notice_id = n.id
            """;

    /// Keeps those whose lines do not add up, with what they state: in the package, or else in place.
    private static final String NOTICES_THAT_DIFFER = """
            WITH stated AS (
                SELECT n.id, coalesce(s.total_mois, p.month_total_cents) AS stated, s.line
                FROM pg_temp.notice_sum n
                LEFT JOIN {avis} s ON s.identifiant = n.id
                LEFT JOIN account.rent_notice p ON p.id = n.id),
            wrong AS (
                DELETE FROM pg_temp.notice_sum n USING stated s
                WHERE s.id = n.id AND s.stated IS NOT DISTINCT FROM n.total)
            UPDATE pg_temp.notice_sum n SET stated = s.stated, line = s.line FROM stated s
            WHERE s.id = n.id AND s.stated IS DISTINCT FROM n.total
            """;

    private static final String REJECT_NOTICES = """
            INSERT INTO {rejects} (file, line, column_name, value, reason)
            SELECT 'avis', line, 'total_mois', to_char(stated / 100.0, 'FM9999999990.00'),
                   'les lignes de l’avis « ' || id || ' » font ' || to_char(total / 100.0, 'FM9999999990.00')
            FROM pg_temp.notice_sum
            """;

    private static final String REJECT_LINES = """
            INSERT INTO {rejects} (file, line, column_name, value, reason)
            SELECT 'ecritures', e.line, 'avis', e.avis, 'l’avis « ' || e.avis || ' » est rejeté : il n’est pas la somme de ses lignes'
            FROM {ecritures} e JOIN pg_temp.notice_sum n ON n.id = e.avis
            """;

    /// What is in place of such a notice stays.
    private static final String KEEP_LINES = """
            DELETE FROM {gone ecritures} g USING account.ledger_entry e, pg_temp.notice_sum n
            WHERE e.lease_number = g.numero_bail AND e.id = g.identifiant AND e.notice_id = n.id
            """;
}
