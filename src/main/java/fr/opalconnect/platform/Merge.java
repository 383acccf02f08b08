package fr.opalconnect.platform;

import fr.opalconnect.platform.Mapping.Target;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The set-based statements that bring a staged file into its table, made from its [Mapping].
///
/// The order is: [#findGone], [#strikeUnchanged], checks, [#size], [#apply]. After the second what is staged is what
/// differs, so that all the rest costs what changed, not what there is.
public final class Merge {
    /// How much of a table an import would touch.
    ///
    /// @param changed rows that would change
    /// @param closed  rows that would be closed
    /// @param others  rows that stay; counted only as far as needed to judge the share
    public record Size(long changed, long closed, long others) {}

    /// @param changed reopened rows included
    public record Done(long added, long changed, long closed) {}

    private static final long MANY = 20_000;

    private final JdbcClient jdbc;
    private final Staged staged;
    private final Mapping mapping;
    private final String table;
    private final String rows;
    private final String gone;

    public Merge(JdbcClient jdbc, Staged staged, Mapping mapping) {
        this.jdbc = jdbc;
        this.staged = staged;
        this.mapping = mapping;
        this.table = mapping.table();
        this.rows = staged.rows(mapping.file());
        this.gone = staged.gone(mapping.file());
    }

    public boolean isTableEmpty() {
        return !jdbc.sql("SELECT EXISTS (SELECT FROM " + table + ")")
                .query(Boolean.class)
                .single();
    }

    /// Notes the keys that are open in the table and in none of the two relations.
    ///
    /// @param present relation with the keys of lines that the file has but that cannot be taken
    public void findGone(String present) {
        jdbc.sql("INSERT INTO " + gone + " SELECT "
                        + mapping.keys().stream().map(key -> "t." + key.name()).collect(Collectors.joining(", "))
                        + " FROM " + table + " t WHERE t.closed_at IS NULL"
                        + " AND NOT EXISTS (SELECT FROM " + rows + " s WHERE " + mapping.keysMeet("s") + ")"
                        + " AND NOT EXISTS (SELECT FROM " + present + " s WHERE " + mapping.keysMeet("s") + ")")
                .update();
    }

    /// Takes out of the staged rows those that the table has already, word for word.
    public long strikeUnchanged() {
        return jdbc.sql("DELETE FROM " + rows + " s USING " + table + " t WHERE " + mapping.keysMeet("s")
                        + " AND t.closed_at IS NULL AND NOT " + mapping.valuesDiffer())
                .update();
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
    public long rejectChanges() {
        String which = mapping.values().stream()
                .map(value -> "WHEN t." + value.name() + " IS DISTINCT FROM " + value.value() + " THEN '"
                        + value.column() + "'")
                .collect(Collectors.joining(" "));
        String said = mapping.values().stream()
                .map(value -> "WHEN t." + value.name() + " IS DISTINCT FROM " + value.value() + " THEN ("
                        + value.value() + ")::text")
                .collect(Collectors.joining(" "));
        return jdbc.sql(staged.fill(
                        "INSERT INTO {rejects} (file, line, column_name, value, reason) SELECT :file, s.line, CASE "
                                + which + " END, CASE " + said + " END, :reason FROM " + rows + " s JOIN " + table
                                + " t ON "
                                + mapping.keysMeet("s") + " WHERE " + mapping.valuesDiffer()))
                .param("file", mapping.file())
                .param(
                        "reason",
                        "cette ligne est déjà en place avec une autre valeur ; une écriture ne change pas,"
                                + " elle s’annule par une autre (annule)")
                .update();
    }

    /// @param enough how many other rows need to be counted at most
    public Size size(java.util.function.LongUnaryOperator enough) {
        long changed = isTableEmpty() ? 0 : count(rows + " s JOIN " + table + " t ON " + mapping.keysMeet("s"));
        long closed = count(gone);
        long limit = enough.applyAsLong(changed + closed);
        long open = count(
                "(SELECT FROM " + table + " WHERE closed_at IS NULL LIMIT " + (limit + changed + closed) + ") open");
        return new Size(changed, closed, Math.max(0, open - changed - closed));
    }

    /// Brings the staged rows in, and closes what is gone.
    public Done apply(Instant now) {
        if (isTableEmpty()) {
            return new Done(fill(), 0, 0);
        }
        long changed = update();
        long added = insert();
        return new Done(added, changed, close(now));
    }

    /// The first time, when there is nothing to compare with.
    private long fill() {
        if (count("(SELECT FROM " + rows + " LIMIT " + MANY + ") some_rows") < MANY) {
            return insert();
        }
        Indexes indexes = Indexes.putAside(jdbc, table);
        long added = insert();
        indexes.putBack();
        return added;
    }

    private long update() {
        String sets = mapping.values().stream()
                .map(value -> value.name() + " = " + value.value() + ", ")
                .collect(Collectors.joining());
        return jdbc.sql("UPDATE " + table + " t SET " + sets + "closed_at = NULL FROM " + rows + " s WHERE "
                        + mapping.keysMeet("s"))
                .update();
    }

    private long insert() {
        String names = mapping.targets().stream().map(Target::name).collect(Collectors.joining(", "));
        String values = mapping.targets().stream().map(Target::value).collect(Collectors.joining(", "));
        return jdbc.sql("INSERT INTO " + table + " (" + names + ") SELECT " + values + " FROM " + rows
                        + " s WHERE NOT EXISTS (SELECT FROM " + table + " t WHERE " + mapping.keysMeet("s") + ")")
                .update();
    }

    private long close(Instant now) {
        return jdbc.sql("UPDATE " + table + " t SET closed_at = :now FROM " + gone + " g WHERE " + mapping.keysMeet("g")
                        + " AND t.closed_at IS NULL")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private long count(String relation) {
        return jdbc.sql("SELECT count(*) FROM " + relation).query(Long.class).single();
    }
}
