package fr.opalconnect.journey;

import fr.opalconnect.Emptied;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes every tenant a newcomer again: no account, no session, no limit spent.
final class Newcomers {
    private Newcomers() {}

    static void all(JdbcClient jdbc) {
        String tables = jdbc.sql("""
                        SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables
                        WHERE schemaname = 'access' AND NOT starts_with(tablename, 'staff')
                           OR schemaname = 'platform' AND tablename = 'rate_limit'
                        """).query(String.class).single();
        Emptied.by(jdbc, "TRUNCATE " + tables);
    }
}
