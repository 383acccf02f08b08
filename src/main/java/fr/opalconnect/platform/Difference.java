package fr.opalconnect.platform;

import fr.opalconnect.platform.Mapping.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What of a staged file is not in its table yet, and what of the table is not in the file any more; as set-based
/// statements made from the [Mapping]. After [#strikeUnchanged] the staged rows are only those that differ, so that
/// all that follows costs what changed, not what there is.
public final class Difference {
    private final JdbcClient jdbc;
    private final Staged staged;
    private final Mapping mapping;
    private final Set<String> untold;
    private final String table;
    private final String rows;
    private final String gone;

    public Difference(JdbcClient jdbc, Staged staged, Mapping mapping) {
        this(jdbc, staged, mapping, Set.of());
    }

    /// @param missing columns that the file does not have: what the table holds of them stays, and stands in the staged
    ///                rows after [#strikeUnchanged] as if the file had said so
    public Difference(JdbcClient jdbc, Staged staged, Mapping mapping, Set<String> missing) {
        this.jdbc = jdbc;
        this.staged = staged;
        this.mapping = mapping;
        this.untold = mapping.values().stream()
                .filter(value -> value.held() != null && missing.contains(value.column()))
                .map(Target::column)
                .collect(Collectors.toUnmodifiableSet());
        this.table = mapping.table();
        this.rows = staged.rows(mapping.file());
        this.gone = staged.gone(mapping.file());
    }

    /// Notes the keys that are open in the table and in none of the two relations.
    ///
    /// @param present relation with the keys of lines that the file has but that cannot be taken
    public void findGone(String present) {
        String keys = mapping.keys().stream().map(key -> "t." + key.name()).collect(Collectors.joining(", "));
        jdbc.sql("INSERT INTO " + gone + " SELECT " + keys + " FROM " + table + " t WHERE t.closed_at IS NULL"
                        + " AND NOT EXISTS (SELECT FROM " + rows + " s WHERE " + mapping.keysMeet("s") + ")"
                        + " AND NOT EXISTS (SELECT FROM " + present + " s WHERE " + mapping.keysMeet("s") + ")")
                .update();
    }

    /// The same where the lines that are as they were are known: only what was left over of them can be gone.
    ///
    /// @param left relation with the keys of former lines that are not in the file as they were
    public void findGone(String left, String present) {
        jdbc.sql("INSERT INTO " + gone + " SELECT * FROM " + left + " g WHERE NOT EXISTS (SELECT FROM " + rows
                        + " s WHERE " + mapping.sameKeys("s", "g") + ") AND NOT EXISTS (SELECT FROM " + present
                        + " s WHERE " + mapping.sameKeys("s", "g") + ")")
                .update();
    }

    /// Leaves of the staged rows those that the table has not already, word for word, and notes of which it has the
    /// key.
    public void strikeUnchanged() {
        strike("");
    }

    /// The same where the lines that are as they were are known: a line that speaks of what one of them speaks of
    /// already is rejected.
    ///
    /// @param left as for [#findGone]
    public void strikeUnchanged(String left) {
        String again = " t.closed_at IS NULL AND NOT EXISTS (SELECT FROM " + left + " g WHERE "
                + mapping.sameKeys("s", "g") + ")";
        strike(" OR" + again);
        String column = mapping.keys().getLast().column();
        staged.reject(
                jdbc,
                "SELECT '" + mapping.file() + "', s.line, '" + column + "', s." + column
                        + ", 'déjà donné par une autre ligne du fichier' FROM " + rows + " s JOIN " + table + " t ON "
                        + mapping.keysMeet("s") + " WHERE s.there AND" + again);
    }

    private void strike(String orElse) {
        String rest = rows + "_rest";
        String key = "t." + mapping.keys().getFirst().name();
        String columns = mapping.targets().stream()
                .map(target -> untold.contains(target.column())
                        ? "CASE WHEN " + key + " IS NULL THEN s." + target.column() + " ELSE " + target.held()
                                + " END AS " + target.column()
                        : "s." + target.column())
                .collect(Collectors.joining(", "));
        // A new table, not DELETE: it is made in parallel, and what follows reads only what is left.
        jdbc.sql("CREATE UNLOGGED TABLE " + rest + " AS SELECT s.line, " + columns + ", " + key
                        + " IS NOT NULL AS there FROM " + rows + " s LEFT JOIN " + table + " t ON "
                        + mapping.keysMeet("s") + " WHERE " + key + " IS NULL OR t.closed_at IS NOT NULL OR "
                        + mapping.valuesDiffer(untold) + orElse)
                .update();
        jdbc.sql("DROP TABLE " + rows).update();
        jdbc.sql("ALTER TABLE " + rest + " RENAME TO " + rows.substring(rows.indexOf('.') + 1))
                .update();
        jdbc.sql("ANALYZE " + rows).update();
    }

    /// Takes out of a relation the rows that the table knows.
    ///
    /// @param columns of the file; the relation's have the same names
    public void strikeKnown(String relation, List<String> columns) {
        String meet = columns.stream()
                .map(column -> "t." + mapping.target(column).name() + " = m." + column)
                .collect(Collectors.joining(" AND "));
        jdbc.sql("DELETE FROM " + relation + " m USING " + table + " t WHERE " + meet)
                .update();
    }

    /// Rejects the staged rows that would change what never changes, and says which column it is.
    ///
    /// @param reason in French
    /// @return how many
    public long rejectChanges(String reason) {
        return jdbc.sql(staged.fill(
                        "INSERT INTO {rejects} (file, line, column_name, value, reason) SELECT :file, s.line, "
                                + firstDifferent(value -> "'" + value.column() + "'") + ", "
                                + firstDifferent(value -> asInFile("s." + value.column())) + ", :reason FROM " + rows
                                + " s JOIN " + table + " t ON " + mapping.keysMeet("s") + " WHERE s.there AND "
                                + mapping.valuesDiffer(Set.of())))
                .param("file", mapping.file())
                .param("reason", reason)
                .update();
    }

    /// What is staged in hundredths the file has with a dot and two decimals; of all staged columns only such are
    /// bigint.
    private static String asInFile(String staged) {
        return "CASE pg_typeof(" + staged + ") WHEN 'bigint'::regtype THEN to_char(" + staged
                + "::text::numeric / 100, 'FM9999999999990.00') ELSE " + staged + "::text END";
    }

    private String firstDifferent(java.util.function.Function<Target, String> what) {
        return mapping.values().stream()
                .map(value ->
                        "WHEN t." + value.name() + " IS DISTINCT FROM " + value.value() + " THEN " + what.apply(value))
                .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    /// The missing columns of which the table holds anything.
    public Set<String> kept() {
        return untold.stream().filter(this::isHeld).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isHeld(String column) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM " + table + " WHERE "
                        + mapping.target(column).name() + " IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    /// How many rows would be closed.
    public long countGone() {
        return jdbc.sql("SELECT count(*) FROM " + gone).query(Long.class).single();
    }
}
