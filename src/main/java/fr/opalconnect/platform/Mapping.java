package fr.opalconnect.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which table a file of the ERP goes to, and which column comes from which. Rows that are there are compared whole;
/// a row that disappears gets its `closed_at`, a row that comes back loses it.
public final class Mapping {
    /// @param name   of the table's column
    /// @param column of the file that it comes from
    /// @param value  as SQL, in terms of the staged row `s`
    /// @param held   what a line would have to say for the row `t` to be as it is, as SQL; null when the row
    ///               does not tell, or the value means nothing without the rest of its line
    record Target(
            String name,
            String column,
            String value,
            @Nullable String held) {}

    private final String file;
    private final String table;
    private final List<Target> keys;
    private final List<Target> values;

    private Mapping(String file, String table, List<Target> keys, List<Target> values) {
        this.file = file;
        this.table = table;
        this.keys = List.copyOf(keys);
        this.values = List.copyOf(values);
    }

    /// @param file  the resource's name, `baux`
    /// @param table with its schema
    public static Mapping of(String file, String table) {
        return new Mapping(file, table, List.of(), List.of());
    }

    /// A column of the table's key.
    public Mapping key(String name, String column) {
        return new Mapping(file, table, with(keys, new Target(name, column, "s." + column, null)), values);
    }

    public Mapping value(String name, String column) {
        return value(name, column, "s." + column, "t." + name);
    }

    /// @param sql the value in terms of the staged row `s`
    public Mapping value(String name, String column, String sql) {
        return value(name, column, sql, null);
    }

    /// @param sql  the value in terms of the staged row `s`
    /// @param held the staged value in terms of the table's row `t`: what stays where the column is missing
    public Mapping value(String name, String column, String sql, @Nullable String held) {
        return new Mapping(file, table, keys, with(values, new Target(name, column, sql, held)));
    }

    public String file() {
        return file;
    }

    public String table() {
        return table;
    }

    /// The columns of the file that the table takes.
    public List<String> columns() {
        return targets().stream().map(Target::column).toList();
    }

    List<Target> keys() {
        return keys;
    }

    List<Target> values() {
        return values;
    }

    List<Target> targets() {
        List<Target> all = new ArrayList<>(keys);
        all.addAll(values);
        return all;
    }

    Target target(String column) {
        return targets().stream()
                .filter(target -> target.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /// `t.number = s.numero_bail AND …`
    String keysMeet(String other) {
        return keys.stream()
                .map(key -> "t." + key.name() + " = " + other + "." + key.column())
                .collect(Collectors.joining(" AND "));
    }

    /// `s.numero_bail = g.numero_bail AND …`
    String sameKeys(String one, String other) {
        return keys.stream()
                .map(key -> one + "." + key.column() + " = " + other + "." + key.column())
                .collect(Collectors.joining(" AND "));
    }

    /// `(t.a IS DISTINCT FROM s.x OR t.b IS DISTINCT FROM s.y)`
    ///
    /// @param untold columns of the file that are not compared
    String valuesDiffer(Set<String> untold) {
        List<Target> told = values.stream()
                .filter(value -> !untold.contains(value.column()))
                .toList();
        if (told.isEmpty()) {
            return "false";
        }
        return told.stream()
                .map(value -> "t." + value.name() + " IS DISTINCT FROM " + value.value())
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static List<Target> with(List<Target> list, Target one) {
        List<Target> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
