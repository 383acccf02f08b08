package fr.opalconnect.platform;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Where a package lies while it is being taken: the names of relations, for SQL. So no module has to know another's
/// schema.
///
/// @param schema of the relations
public record Staged(String schema) {
    /// The lines of a file that are new or different, with `line`, the file's own columns (text, int, bigint in
    /// hundredths for numbers with decimals, date (a month is its first day), boolean), and `there`: whether the
    /// table has a row with this key.
    public String rows(String file) {
        return schema + ".staged_" + file;
    }

    /// The keys of what is in place and no longer in the file.
    public String gone(String file) {
        return schema + ".gone_" + file;
    }

    /// What is wrong: `(file, line, column_name, value, reason)`. The lines named here will not be taken.
    public String rejects() {
        return schema + ".staged_reject";
    }

    /// Fills the names into a statement: `{baux}`, `{gone baux}`, `{rejects}`.
    public String fill(String sql) {
        StringBuilder filled = new StringBuilder(sql.length() + 64);
        int from = 0;
        for (int open = sql.indexOf('{'); open >= 0; open = sql.indexOf('{', from)) {
            int close = sql.indexOf('}', open);
            filled.append(sql, from, open).append(relation(sql.substring(open + 1, close)));
            from = close + 1;
        }
        return filled.append(sql, from, sql.length()).toString();
    }

    /// Rejects the lines that a query finds: `(file, line, column_name, value, reason)`.
    ///
    /// @return how often there was something to say
    public long reject(JdbcClient jdbc, String query) {
        // Not INSERT … SELECT: PostgreSQL reads in parallel for CREATE TABLE AS only.
        jdbc.sql("CREATE TEMP TABLE found (file, line, column_name, value, reason) AS " + fill(query))
                .update();
        long found = jdbc.sql("INSERT INTO " + rejects() + " SELECT * FROM pg_temp.found")
                .update();
        jdbc.sql("DROP TABLE pg_temp.found").update();
        return found;
    }

    private String relation(String name) {
        if (name.equals("rejects")) {
            return rejects();
        }
        return name.startsWith("gone ") ? gone(name.substring("gone ".length())) : rows(name);
    }
}
