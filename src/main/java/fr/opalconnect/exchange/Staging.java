package fr.opalconnect.exchange;

import fr.opalconnect.platform.Staged;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables that a package lies in while it is being taken. They are made from the Table Schemas for each import,
/// are not logged, and mean nothing afterwards: whatever a killed program left of them is dropped by the next one.
final class Staging {
    static final Staged NAMES = new Staged("exchange");
    /// Lines whose reference was not found: `line` and the columns that it should be found in.
    static final String MISSING = "pg_temp.missing";

    /// Lines whose key may have been given before: `(file, line)`.
    static final String SUSPECTS = "exchange.staged_suspect";

    private Staging() {}

    /// The keys of the lines that a file has but that cannot be taken, with their `line`.
    static String refused(String file) {
        return "exchange.refused_" + file;
    }

    /// The keys of the lines that the last whole package had and this one has not, or has otherwise.
    static String left(String file) {
        return "exchange.left_" + file;
    }

    /// The columns that a line brings.
    static String columns(TableSchema schema) {
        return schema.columns().stream().map(Column::name).collect(Collectors.joining(", ", "line, ", ""));
    }

    static void create(JdbcClient jdbc) {
        drop(jdbc);
        List<String> tables = new ArrayList<>();
        for (TableSchema schema : TableSchema.all()) {
            String columns = schema.columns().stream()
                    .map(column -> ", " + column.name() + " " + column.kind().sql)
                    .collect(Collectors.joining());
            tables.add(table(NAMES.rows(schema.name()), "line int" + columns + ", there boolean"));
            tables.add(table(NAMES.gone(schema.name()), keys(schema)));
            tables.add(table(left(schema.name()), keys(schema)));
            tables.add(table(refused(schema.name()), keys(schema) + ", line int"));
        }
        tables.add(table(SUSPECTS, "file text, line int"));
        tables.add(table(NAMES.rejects(), "file text, line int, column_name text, value text, reason text"));
        jdbc.sql(String.join(";", tables)).update();
    }

    static void drop(JdbcClient jdbc) {
        Stream<String> ofFiles = TableSchema.FILES.stream()
                .flatMap(file -> Stream.of(NAMES.rows(file), NAMES.gone(file), left(file), refused(file)));
        String all =
                Stream.concat(ofFiles, Stream.of(NAMES.rejects(), SUSPECTS)).collect(Collectors.joining(", "));
        jdbc.sql("DROP TABLE IF EXISTS " + all).update();
    }

    private static String table(String name, String columns) {
        return "CREATE UNLOGGED TABLE " + name + " (" + columns + ")";
    }

    private static String keys(TableSchema schema) {
        return schema.primaryKey().stream()
                .map(key -> key + " " + schema.column(key).kind().sql)
                .collect(Collectors.joining(", "));
    }
}
