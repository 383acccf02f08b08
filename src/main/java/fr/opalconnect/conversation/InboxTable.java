package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Columns.utc;

import fr.opalconnect.conversation.InboxFilter.Pile;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The desk's lists, bound to the agencies of whoever asks. Each is read along an index, a page at a time.
@Component
class InboxTable {
    private static final String UNREAD =
            "(c.last_author = 'TENANT' AND NOT EXISTS (SELECT FROM conversation.read_mark r"
                    + " WHERE r.conversation_id = c.id AND r.reader_kind = 'STAFF' AND r.until >= c.last_at)) AS unread";

    private final JdbcClient jdbc;

    InboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param mine whose conversations are those of whoever asks: their own, and of those they stand in for
    InboxPage page(
            SignedInStaff who, UUID[] mine, InboxFilter filter, InboxPage.@Nullable Key after, int most, Instant now) {
        boolean byDue = filter.pile() == Pile.OVERDUE;
        String column = byDue ? "c.due_at" : "c.last_at";
        String order = byDue ? "c.due_at, c.id" : "c.last_at DESC, c.id DESC";
        StringBuilder sql = new StringBuilder("SELECT " + Columns.HEAD + ", " + UNREAD
                + " FROM conversation.conversation c WHERE " + conditions(who, filter));
        if (after != null) {
            sql.append(" AND (")
                    .append(column)
                    .append(", c.id) ")
                    .append(byDue ? ">" : "<")
                    .append(" (:at, :afterId)");
        }
        var statement = bind(jdbc.sql(sql + " ORDER BY " + order + " LIMIT :most"), who, mine, filter, now)
                .param("most", most + 1);
        if (after != null) {
            statement = statement.param("at", utc(after.at())).param("afterId", after.id());
        }
        List<Line> lines = statement.query((row, index) -> line(row)).list();
        if (lines.size() <= most) {
            return new InboxPage(lines, null);
        }
        Head last = lines.get(most - 1).head();
        Instant at = byDue ? last.course().dueAt() : last.lastAt();
        return new InboxPage(lines.subList(0, most), new InboxPage.Key(Objects.requireNonNull(at), last.id()));
    }

    InboxCounts counts(SignedInStaff who, UUID[] mine, Instant now) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE c.assignee = ANY(:mine)) AS mine, count(*) AS agency,
                               count(*) FILTER (WHERE c.assignee IS NULL) AS unassigned,
                               count(*) FILTER (WHERE c.due_at < :now) AS overdue
                        FROM conversation.conversation c WHERE c.state <> 'CLOSED' AND\s""" + seen(who))
                .param("mine", mine)
                .param("now", utc(now))
                .param("agencies", who.agencies().toArray(String[]::new))
                .query(InboxCounts.class)
                .single();
    }

    /// The latest first; closed ones too.
    List<Line> of(SignedInStaff who, TenantNumber tenant, int most) {
        return jdbc.sql("SELECT " + Columns.HEAD + ", " + UNREAD + " FROM conversation.conversation c"
                        + " WHERE c.tenant_number = :tenant AND " + seen(who)
                        + " ORDER BY c.last_at DESC LIMIT :most")
                .param("tenant", tenant.value())
                .param("agencies", who.agencies().toArray(String[]::new))
                .param("most", most)
                .query((row, index) -> line(row))
                .list();
    }

    List<InboxPlace> places(SignedInStaff who) {
        return jdbc.sql("""
                        SELECT c.estate, c.building, count(*) AS open FROM conversation.conversation c
                        WHERE c.state <> 'CLOSED' AND c.estate IS NOT NULL AND\s""" + seen(who)
                        + " GROUP BY c.estate, c.building ORDER BY c.estate, c.building NULLS FIRST LIMIT 500")
                .param("agencies", who.agencies().toArray(String[]::new))
                .query(InboxPlace.class)
                .list();
    }

    private static String conditions(SignedInStaff who, InboxFilter filter) {
        List<String> all = new ArrayList<>(List.of(seen(who)));
        all.add(
                switch (filter.pile()) {
                    case MINE -> "c.assignee = ANY(:mine)";
                    case AGENCY -> "true";
                    case UNASSIGNED -> "c.assignee IS NULL";
                    case OVERDUE -> "c.due_at < :now";
                });
        if (filter.agency() != null) {
            all.add("c.agency_code = :agency");
        }
        if (filter.kind() != null) {
            all.add("c.kind = :kind");
        }
        if (filter.state() != null) {
            all.add("c.state = :state");
        } else if (filter.search() == null) {
            all.add("c.state <> 'CLOSED'");
        }
        if (filter.estate() != null) {
            all.add("c.estate = :estate");
        }
        if (filter.building() != null) {
            all.add("c.building = :building");
        }
        if (filter.search() != null) {
            all.add("c.search_words LIKE ALL (:patterns)");
        }
        return String.join(" AND ", all);
    }

    /// Written out rather than as a parameter, so that the plan knows which index serves.
    private static String seen(SignedInStaff who) {
        return who.seesAllAgencies() ? "true" : "c.agency_code = ANY(:agencies)";
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, SignedInStaff who, UUID[] mine, InboxFilter filter, Instant now) {
        return statement
                .param("agencies", who.agencies().toArray(String[]::new))
                .param("mine", mine)
                .param("now", utc(now))
                .param("agency", filter.agency())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("estate", filter.estate())
                .param("building", filter.building())
                .param("patterns", filter.search() == null ? null : Folding.patterns(filter.search()));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(Columns.head(row), row.getBoolean("unread"));
    }
}
