package fr.opalconnect.platform;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The indexes of an empty table that is about to be filled: to build them afterwards costs half as much as to keep
/// them up row by row. Inside one transaction nobody ever sees the table without them.
public final class Indexes {
    private final JdbcClient jdbc;
    private final List<String> restore = new ArrayList<>();

    private Indexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Drops them, unless another table refers to this one: then they have to stay. A table that this transaction
    /// truncated is one that PostgreSQL may fill without a log, where its settings allow it.
    public static Indexes putAside(JdbcClient jdbc, String table) {
        Indexes indexes = new Indexes(jdbc);
        boolean referredTo = jdbc.sql("SELECT EXISTS (SELECT FROM pg_constraint WHERE confrelid = :table::regclass)")
                .param("table", table)
                .query(Boolean.class)
                .single();
        if (!referredTo) {
            truncate(jdbc, table);
            indexes.dropConstraints(table);
            indexes.dropIndexes(table);
        }
        return indexes;
    }

    private static void truncate(JdbcClient jdbc, String table) {
        if (!jdbc.sql("SELECT EXISTS (SELECT FROM " + table + ")")
                .query(Boolean.class)
                .single()) {
            jdbc.sql("TRUNCATE " + table).update();
        }
    }

    private void dropConstraints(String table) {
        jdbc.sql("""
                        SELECT quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
                        FROM pg_constraint WHERE conrelid = :table::regclass AND contype IN ('p', 'u')
                        """).param("table", table).query().listOfRows().forEach(row -> {
            jdbc.sql("ALTER TABLE " + table + " DROP CONSTRAINT " + row.get("name"))
                    .update();
            restore.add("ALTER TABLE " + table + " ADD CONSTRAINT " + row.get("name") + " " + row.get("definition"));
        });
    }

    private void dropIndexes(String table) {
        jdbc.sql("""
                        SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
                        FROM pg_index WHERE indrelid = :table::regclass
                        """).param("table", table).query().listOfRows().forEach(row -> {
            jdbc.sql("DROP INDEX " + row.get("name")).update();
            restore.add(String.valueOf(row.get("definition")));
        });
    }

    public void putBack() {
        restore.forEach(statement -> jdbc.sql(statement).update());
    }
}
