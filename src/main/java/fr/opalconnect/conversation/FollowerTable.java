package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Columns.utc;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who follows a neighbour's request, and which there are to follow.
@Component
class FollowerTable {
    private static final String FOLLOWED = """
            SELECT c.id, c.number, c.trouble, c.state, c.opened_at
            FROM conversation.conversation c
            """;

    private final JdbcClient jdbc;

    FollowerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TenantNumber> of(UUID conversation) {
        return jdbc.sql("SELECT tenant_number FROM conversation.follower WHERE conversation_id = :conversation")
                .param("conversation", conversation)
                .query((row, index) -> new TenantNumber(row.getString(1)))
                .list();
    }

    /// The oldest open request of the same building with the same trouble that is not one's own, and how many have
    /// reported or follow it.
    @Nullable
    Followed sameTrouble(SignedInTenant who, String estate, @Nullable String building, String trouble) {
        return jdbc.sql(FOLLOWED + """
                        WHERE c.estate = :estate AND c.building IS NOT DISTINCT FROM :building
                          AND c.trouble = :trouble AND c.state <> 'CLOSED' AND c.number IS NOT NULL
                          AND c.tenant_number <> :me AND NOT c.lease_number = ANY(:leases)
                        ORDER BY c.opened_at, c.id LIMIT 1
                        """)
                .param("estate", estate)
                .param("building", building)
                .param("trouble", trouble)
                .param("me", who.number().value())
                .param("leases", who.leaseValues().toArray(String[]::new))
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// How many households of the building have reported the trouble or follow it.
    int households(String estate, @Nullable String building, String trouble) {
        return jdbc.sql("""
                        SELECT count(DISTINCT lease) FROM (
                            SELECT c.lease_number AS lease FROM conversation.conversation c
                            WHERE c.estate = :estate AND c.building IS NOT DISTINCT FROM :building
                              AND c.trouble = :trouble AND c.state <> 'CLOSED'
                            UNION ALL
                            SELECT f.lease_number FROM conversation.follower f
                            JOIN conversation.conversation c ON c.id = f.conversation_id
                            WHERE c.estate = :estate AND c.building IS NOT DISTINCT FROM :building
                              AND c.trouble = :trouble AND c.state <> 'CLOSED') reported
                        """)
                .param("estate", estate)
                .param("building", building)
                .param("trouble", trouble)
                .query(Integer.class)
                .single();
    }

    List<Followed> followedBy(SignedInTenant who) {
        return jdbc.sql(FOLLOWED + """
                        JOIN conversation.follower mine ON mine.conversation_id = c.id AND mine.tenant_number = :me
                        ORDER BY c.opened_at DESC, c.id DESC LIMIT 50
                        """)
                .param("me", who.number().value())
                .query((row, index) -> read(row))
                .list();
    }

    void add(UUID conversation, SignedInTenant who, Instant now) {
        jdbc.sql("""
                        INSERT INTO conversation.follower (conversation_id, tenant_number, lease_number, since)
                        VALUES (:conversation, :me, :lease, :now) ON CONFLICT DO NOTHING
                        """)
                .param("conversation", conversation)
                .param("me", who.number().value())
                .param("lease", who.lease().value())
                .param("now", utc(now))
                .update();
    }

    void remove(UUID conversation, SignedInTenant who) {
        jdbc.sql("DELETE FROM conversation.follower WHERE conversation_id = :conversation AND tenant_number = :me")
                .param("conversation", conversation)
                .param("me", who.number().value())
                .update();
    }

    private static Followed read(ResultSet row) throws SQLException {
        return new Followed(
                row.getObject("id", UUID.class),
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("trouble")),
                State.valueOf(row.getString("state")),
                Columns.instant(row, "opened_at"));
    }
}
