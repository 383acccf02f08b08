package fr.opalconnect.platform;

import fr.opalconnect.platform.Mapping.Target;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings a staged file into its table, as set-based statements made from the [Mapping]. Where the table has rows
/// already, what is staged is their [Difference].
public final class Merge {
    private static final long MANY = 20_000;

    /// How much of a table an import would touch.
    ///
    /// @param changed rows that would change
    /// @param closed  rows that would be closed
    public record Size(long changed, long closed) {
        public long touched() {
            return changed + closed;
        }
    }

    /// @param changed reopened rows included
    /// @param first   whether the table was empty before: what was added is all that is open
    public record Done(long added, long changed, long closed, boolean first) {}

    private final JdbcClient jdbc;
    private final Mapping mapping;
    private final String table;
    private final String rows;
    private final String gone;

    public Merge(JdbcClient jdbc, Staged staged, Mapping mapping) {
        this.jdbc = jdbc;
        this.mapping = mapping;
        this.table = mapping.table();
        this.rows = staged.rows(mapping.file());
        this.gone = staged.gone(mapping.file());
    }

    public boolean isTableEmpty() {
        return count(table, 1) == 0;
    }

    public Size size() {
        if (isTableEmpty()) {
            return new Size(0, 0);
        }
        return new Size(count(rows + " WHERE there", Long.MAX_VALUE), count(gone, Long.MAX_VALUE));
    }

    /// How many rows are open, counted no further than this.
    public long countOpen(long most) {
        return count(table + " WHERE closed_at IS NULL", most);
    }

    /// Brings the staged rows in, and closes what is gone.
    public Done apply(Instant now) {
        if (isTableEmpty()) {
            return new Done(fill(), 0, 0, true);
        }
        return new Done(insert(), update(), close(now), false);
    }

    /// The first time, when there is nothing to compare with.
    private long fill() {
        if (count(rows, MANY) < MANY) {
            return insert();
        }
        Indexes indexes = Indexes.putAside(jdbc, table);
        long added = insert();
        indexes.putBack();
        return added;
    }

    private long insert() {
        String names = mapping.targets().stream().map(Target::name).collect(Collectors.joining(", "));
        String values = mapping.targets().stream().map(Target::value).collect(Collectors.joining(", "));
        return jdbc.sql("INSERT INTO " + table + " (" + names + ") SELECT " + values + " FROM " + rows
                        + " s WHERE s.there IS NOT TRUE")
                .update();
    }

    private long update() {
        String sets = mapping.values().stream()
                .map(value -> value.name() + " = " + value.value() + ", ")
                .collect(Collectors.joining());
        return jdbc.sql("UPDATE " + table + " t SET " + sets + "closed_at = NULL FROM " + rows + " s WHERE s.there AND "
                        + mapping.keysMeet("s"))
                .update();
    }

    private long close(Instant now) {
        return jdbc.sql("UPDATE " + table + " t SET closed_at = :now FROM " + gone + " g WHERE " + mapping.keysMeet("g")
                        + " AND t.closed_at IS NULL")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private long count(String relation, long most) {
        String sql = most == Long.MAX_VALUE
                ? "SELECT count(*) FROM " + relation
                : "SELECT count(*) FROM (SELECT FROM " + relation + " LIMIT " + most + ") counted";
        return jdbc.sql(sql).query(Long.class).single();
    }
}
