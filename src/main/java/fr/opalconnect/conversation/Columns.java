package fr.opalconnect.conversation;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a row of the conversations is read.
final class Columns {
    static final String HEAD = "c.id, c.number, c.kind, c.subject, c.trouble, c.tenant_number, c.tenant_name,"
            + " c.lease_number, c.shared, c.agency_code, c.estate, c.building, c.place, c.assignee, c.state,"
            + " c.waiting_for, c.due_at, c.closes_at, c.urgent, c.opened_at, c.answered_at, c.closed_at, c.last_at,"
            + " c.last_author, c.last_words";

    private Columns() {}

    static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("trouble"),
                new TenantNumber(row.getString("tenant_number")),
                row.getString("tenant_name"),
                new LeaseNumber(row.getString("lease_number")),
                row.getBoolean("shared"),
                row.getString("agency_code"),
                row.getString("estate"),
                row.getString("building"),
                row.getString("place"),
                row.getObject("assignee", UUID.class),
                new Course(
                        State.valueOf(row.getString("state")),
                        Waiting.valueOf(row.getString("waiting_for")),
                        instantOrNull(row, "due_at"),
                        instantOrNull(row, "closes_at")),
                row.getBoolean("urgent"),
                instant(row, "opened_at"),
                instantOrNull(row, "answered_at"),
                instantOrNull(row, "closed_at"),
                instant(row, "last_at"),
                Party.valueOf(row.getString("last_author")),
                row.getString("last_words"));
    }

    static Author author(ResultSet row) throws SQLException {
        return new Author(
                Party.valueOf(row.getString("author_kind")), row.getString("author"), row.getString("author_name"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
