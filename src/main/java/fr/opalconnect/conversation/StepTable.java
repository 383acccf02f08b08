package fr.opalconnect.conversation;

import static fr.opalconnect.conversation.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What happened besides the words, appended; and the times that were offered.
@Component
class StepTable {
    private final JdbcClient jdbc;

    StepTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID conversation, Step step) {
        jdbc.sql("""
                        INSERT INTO conversation.step
                            (id, conversation_id, at, act, from_state, to_state, author_kind, author, author_name, why)
                        VALUES (:id, :conversation, :at, :act, :from, :to, :kind, :author, :name, :why)
                        """)
                .param("id", step.id())
                .param("conversation", conversation)
                .param("at", utc(step.at()))
                .param("act", step.act().name())
                .param("from", step.from() == null ? null : step.from().name())
                .param("to", step.to() == null ? null : step.to().name())
                .param("kind", step.author().party().name())
                .param("author", step.author().id())
                .param("name", step.author().name())
                .param("why", step.why())
                .update();
    }

    /// Oldest first.
    ///
    /// @param all whether assignments, which only the staff sees, are among them
    List<Step> of(UUID conversation, boolean all) {
        return jdbc.sql("""
                        SELECT id, at, act, from_state, to_state, author_kind, author, author_name, why
                        FROM conversation.step
                        WHERE conversation_id = :conversation AND (:all OR act NOT IN ('ASSIGNED', 'HANDED_OVER'))
                        ORDER BY at, id
                        """)
                .param("conversation", conversation)
                .param("all", all)
                .query((row, index) -> read(row))
                .list();
    }

    List<Slot> slotsOf(UUID conversation) {
        return jdbc.sql("""
                        SELECT id, starts_at, ends_at, state FROM conversation.slot
                        WHERE conversation_id = :conversation ORDER BY starts_at, id
                        """)
                .param("conversation", conversation)
                .query((row, index) -> new Slot(
                        row.getObject("id", UUID.class),
                        Columns.instant(row, "starts_at"),
                        Columns.instant(row, "ends_at"),
                        Slot.State.valueOf(row.getString("state"))))
                .list();
    }

    void offer(UUID conversation, Slot slot, Step offered) {
        jdbc.sql("""
                        INSERT INTO conversation.slot
                            (id, conversation_id, starts_at, ends_at, offered_at, offered_by, state)
                        VALUES (:id, :conversation, :startsAt, :endsAt, :at, :by, :state)
                        """)
                .param("id", slot.id())
                .param("conversation", conversation)
                .param("startsAt", utc(slot.startsAt()))
                .param("endsAt", utc(slot.endsAt()))
                .param("at", utc(offered.at()))
                .param("by", offered.author().id())
                .param("state", slot.state().name())
                .update();
    }

    /// All slots of a conversation that are in one state go to another.
    void setSlots(UUID conversation, Slot.State from, Slot.State to) {
        jdbc.sql("UPDATE conversation.slot SET state = :to WHERE conversation_id = :conversation AND state = :from")
                .param("conversation", conversation)
                .param("from", from.name())
                .param("to", to.name())
                .update();
    }

    void choose(UUID slot) {
        jdbc.sql("UPDATE conversation.slot SET state = 'CHOSEN' WHERE id = :id")
                .param("id", slot)
                .update();
    }

    private static Step read(ResultSet row) throws SQLException {
        return new Step(
                row.getObject("id", UUID.class),
                Columns.instant(row, "at"),
                Step.Act.valueOf(row.getString("act")),
                state(row.getString("from_state")),
                state(row.getString("to_state")),
                Columns.author(row),
                row.getString("why"));
    }

    private static @Nullable State state(@Nullable String name) {
        return name == null ? null : State.valueOf(name);
    }
}
