package fr.opalconnect.account;

import fr.opalconnect.platform.Staged;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A notice is the sum of its lines. One that is not is left out together with its lines, so that a tenant sees the
/// whole of it or, until the ERP has put it right, none of it.
final class NoticeSums {
    /// @param first whether the ledger is still empty
    void check(JdbcClient jdbc, Staged staged, boolean first) {
        jdbc.sql("DROP TABLE IF EXISTS pg_temp.notice_sum").update();
        jdbc.sql(staged.fill(first ? STAGED + WRONG : STAGED)).update();
        if (!first) {
            jdbc.sql(staged.fill(THOSE_THAT_LOSE_LINES)).update();
            jdbc.sql("ANALYZE pg_temp.notice_sum").update();
            jdbc.sql(staged.fill(LINES_IN_PLACE)).update();
            jdbc.sql(STATED_IN_PLACE).update();
            jdbc.sql("DELETE FROM pg_temp.notice_sum WHERE stated IS NOT DISTINCT FROM total")
                    .update();
        }
        if (jdbc.sql("SELECT EXISTS (SELECT FROM pg_temp.notice_sum)")
                .query(Boolean.class)
                .single()) {
            staged.reject(jdbc, NOTICES);
            staged.reject(jdbc, LINES);
            jdbc.sql(staged.fill(KEEP_LINES)).update();
        }
    }

    /// Those that are rejected for something else are compared with their lines, too: whoever mends the export wants to
    /// know all that is wrong with a notice.
    static void checkRejected(JdbcClient jdbc, Staged staged) {
        staged.reject(jdbc, REJECTED);
    }

    private static final String REJECTED = """
            WITH wrong AS MATERIALIZED (
                SELECT n.line, n.identifiant AS id, n.total_mois AS stated FROM {avis} n
                WHERE n.line IN (SELECT line FROM {rejects} WHERE file = 'avis')),
            part AS (
                SELECT e.avis AS id, coalesce(e.debit, 0) - coalesce(e.credit, 0) AS cents
                FROM {ecritures} e JOIN wrong ON wrong.id = e.avis
                UNION ALL
                SELECT e.notice_id, e.debit_cents - e.credit_cents
                FROM account.ledger_entry e JOIN wrong ON wrong.id = e.notice_id
                WHERE e.closed_at IS NULL
                  AND NOT EXISTS (SELECT FROM {gone ecritures} g
                                  WHERE g.numero_bail = e.lease_number AND g.identifiant = e.id)
                  AND NOT EXISTS (SELECT FROM {ecritures} s
                                  WHERE s.numero_bail = e.lease_number AND s.identifiant = e.id)),
            counted AS (
                SELECT wrong.line, wrong.id, wrong.stated, coalesce(sum(part.cents), 0) AS total
                FROM wrong LEFT JOIN part ON part.id = wrong.id GROUP BY 1, 2, 3)
            SELECT 'avis', line, 'total_mois', to_char(stated / 100.0, 'FM9999999990.00'),
                   'les lignes de l’avis « ' || id || ' » font ' || to_char(total / 100.0, 'FM9999999990.00')
            FROM counted WHERE stated <> total
            """;

    /// Each notice that is staged, or has a line that is.
    private static final String STAGED = """
            CREATE TEMP TABLE notice_sum AS
            SELECT coalesce(e.avis, n.identifiant) AS id, n.line, n.total_mois AS stated,
                   coalesce(e.total, 0)::bigint AS total
            FROM (SELECT avis, sum(coalesce(debit, 0) - coalesce(credit, 0)) AS total
                  FROM {ecritures} WHERE avis IS NOT NULL GROUP BY avis) e
            FULL JOIN {avis} n ON n.identifiant = e.avis
            """;

    private static final String WRONG = "WHERE n.total_mois IS DISTINCT FROM coalesce(e.total, 0)";

    /// A notice that disappears with them has no sum any more.
    private static final String THOSE_THAT_LOSE_LINES = """
            INSERT INTO pg_temp.notice_sum (id, total)
            SELECT DISTINCT e.notice_id, 0 FROM account.ledger_entry e
            JOIN {gone ecritures} g ON g.numero_bail = e.lease_number AND g.identifiant = e.id
            WHERE e.notice_id IS NOT NULL
              AND NOT EXISTS (SELECT FROM pg_temp.notice_sum n WHERE n.id = e.notice_id)
              AND NOT EXISTS (SELECT FROM {gone avis} a WHERE a.identifiant = e.notice_id)
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

    private static final String STATED_IN_PLACE = """
            UPDATE pg_temp.notice_sum n SET stated = p.month_total_cents
            FROM account.rent_notice p WHERE p.id = n.id AND n.line IS NULL
            """;

    private static final String NOTICES = """
            SELECT 'avis', line, 'total_mois', to_char(stated / 100.0, 'FM9999999990.00'),
                   'les lignes de l’avis « ' || id || ' » font ' || to_char(total / 100.0, 'FM9999999990.00')
            FROM pg_temp.notice_sum
            """;

    private static final String LINES = """
            SELECT 'ecritures', e.line, 'avis', e.avis,
                   'l’avis « ' || e.avis || ' » est rejeté : il n’est pas la somme de ses lignes'
            FROM {ecritures} e JOIN pg_temp.notice_sum n ON n.id = e.avis
            """;

    /// What is in place of such a notice stays.
    private static final String KEEP_LINES = """
            DELETE FROM {gone ecritures} g USING account.ledger_entry e, pg_temp.notice_sum n
            WHERE e.lease_number = g.numero_bail AND e.id = g.identifiant AND e.notice_id = n.id
            """;
}
