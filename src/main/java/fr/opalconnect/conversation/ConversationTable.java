package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Columns.utc;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.SignedInTenant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The conversations without their words. Whoever asks is in each question.
@Component
class ConversationTable {
    /// A private one is seen by who began it; a shared one by who holds its lease now, and by nobody else: who has left
    /// the lease does not read on.
    static final String SEEN_BY_TENANT =
            "((NOT c.shared AND c.tenant_number = :me) OR (c.shared AND c.lease_number = ANY(:leases)))";

    static final String SEEN_BY_STAFF = "(:all OR c.agency_code = ANY(:agencies))";

    private final JdbcClient jdbc;

    ConversationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The next number of a year, `26-1183`. The year's row stays locked until the transaction ends.
    String nextNumber(int year) {
        int number = jdbc.sql("""
                        INSERT INTO conversation.numbering AS n (year, last) VALUES (:year, 1)
                        ON CONFLICT (year) DO UPDATE SET last = n.last + 1
                        RETURNING last
                        """).param("year", year).query(Integer.class).single();
        return "%02d-%04d".formatted(year % 100, number);
    }

    void add(Head head) {
        jdbc.sql("""
                        INSERT INTO conversation.conversation (id, number, kind, subject, trouble, tenant_number,
                            tenant_name, lease_number, shared, agency_code, estate, building, place, search_words,
                            assignee, state, waiting_for, due_at, closes_at, urgent, opened_at, last_at, last_author,
                            last_words)
                        VALUES (:id, :number, :kind, :subject, :trouble, :tenant, :tenantName, :lease, :shared,
                            :agency, :estate, :building, :place, :searchWords, :assignee, :state, :waitingFor, :dueAt,
                            :closesAt, :urgent, :openedAt, :lastAt, :lastAuthor, :lastWords)
                        """)
                .param("id", head.id())
                .param("number", head.number())
                .param("kind", head.kind().name())
                .param("subject", head.subject())
                .param("trouble", head.trouble())
                .param("tenant", head.tenant().value())
                .param("tenantName", head.tenantName())
                .param("lease", head.lease().value())
                .param("shared", head.shared())
                .param("agency", head.agencyCode())
                .param("estate", head.estate())
                .param("building", head.building())
                .param("place", head.place())
                .param("searchWords", Folding.searchWords(head))
                .param("assignee", head.assignee())
                .param("state", head.state().name())
                .param("waitingFor", head.course().waitingFor().name())
                .param("dueAt", utc(head.course().dueAt()))
                .param("closesAt", utc(head.course().closesAt()))
                .param("urgent", head.urgent())
                .param("openedAt", utc(head.openedAt()))
                .param("lastAt", utc(head.lastAt()))
                .param("lastAuthor", head.lastAuthor().name())
                .param("lastWords", head.lastWords())
                .update();
    }

    @Nullable
    Head find(SignedInTenant who, UUID id) {
        return forTenant(who, id, "");
    }

    /// Nobody else writes into it until the transaction ends.
    @Nullable
    Head lock(SignedInTenant who, UUID id) {
        return forTenant(who, id, " FOR UPDATE");
    }

    @Nullable
    Head find(SignedInStaff who, UUID id) {
        return forStaff(who, id, "");
    }

    @Nullable
    Head lock(SignedInStaff who, UUID id) {
        return forStaff(who, id, " FOR UPDATE");
    }

    /// Those that close by themselves by now; those that another node holds are left to it.
    List<Head> lockClosing(Instant now, int most) {
        return jdbc.sql("SELECT " + Columns.HEAD + """
                         FROM conversation.conversation c WHERE c.closes_at <= :now
                        ORDER BY c.closes_at LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .param("now", utc(now))
                .param("most", most)
                .query((row, index) -> Columns.head(row))
                .list();
    }

    /// @param now   of the change
    void setCourse(Head head, Course course, Instant now) {
        jdbc.sql("""
                        UPDATE conversation.conversation SET state = :state, waiting_for = :waitingFor,
                            due_at = :dueAt, closes_at = :closesAt,
                            closed_at = CASE WHEN :closed THEN coalesce(closed_at, :now) END
                        WHERE id = :id
                        """)
                .param("id", head.id())
                .param("state", course.state().name())
                .param("waitingFor", course.waitingFor().name())
                .param("dueAt", utc(course.dueAt()))
                .param("closesAt", utc(course.closesAt()))
                .param("closed", course.state() == State.CLOSED)
                .param("now", utc(now))
                .update();
    }

    /// What was written last, for lists; and when the agency first answered.
    void setLast(UUID id, Instant at, Party author, String words) {
        jdbc.sql("""
                        UPDATE conversation.conversation SET last_at = :at, last_author = :author, last_words = :words,
                            answered_at = CASE WHEN :answer THEN coalesce(answered_at, :at) ELSE answered_at END
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("at", utc(at))
                .param("author", author.name())
                .param("words", words)
                .param("answer", author == Party.STAFF)
                .update();
    }

    void setOwner(UUID id, @Nullable String agency, @Nullable UUID assignee) {
        jdbc.sql("UPDATE conversation.conversation SET agency_code = :agency, assignee = :assignee WHERE id = :id")
                .param("id", id)
                .param("agency", agency)
                .param("assignee", assignee)
                .update();
    }

    private @Nullable Head forTenant(SignedInTenant who, UUID id, String lock) {
        return jdbc.sql("SELECT " + Columns.HEAD + " FROM conversation.conversation c WHERE c.id = :id AND "
                        + SEEN_BY_TENANT + lock)
                .param("id", id)
                .param("me", who.number().value())
                .param("leases", who.leaseValues().toArray(String[]::new))
                .query((row, index) -> Columns.head(row))
                .optional()
                .orElse(null);
    }

    private @Nullable Head forStaff(SignedInStaff who, UUID id, String lock) {
        return jdbc.sql("SELECT " + Columns.HEAD + " FROM conversation.conversation c WHERE c.id = :id AND "
                        + SEEN_BY_STAFF + lock)
                .param("id", id)
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .query((row, index) -> Columns.head(row))
                .optional()
                .orElse(null);
    }
}
