package fr.opalconnect.debit;

import fr.opalconnect.debit.MandateState.Act;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What happened to mandates; append only.
@Component
class MandateStepTable {
    private final JdbcClient jdbc;

    MandateStepTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            UUID id,
            Act act,
            @Nullable MandateState from,
            MandateState to,
            String actor,
            @Nullable String detail,
            Instant now) {
        jdbc.sql("""
                        INSERT INTO debit.mandate_step
                            (mandate_id, number, act, from_state, to_state, at, actor, detail)
                        SELECT :id, coalesce(max(number), 0) + 1, :act, :from, :to, :now, :actor, :detail
                        FROM debit.mandate_step WHERE mandate_id = :id
                        """)
                .param("id", id)
                .param("act", act.name())
                .param("from", from == null ? null : from.name())
                .param("to", to.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("detail", detail)
                .update();
    }

    /// The latest first.
    List<MandateView.Step> of(UUID mandate) {
        return jdbc.sql("""
                        SELECT act, at, detail FROM debit.mandate_step WHERE mandate_id = :mandate ORDER BY number DESC
                        """)
                .param("mandate", mandate)
                .query((row, index) -> new MandateView.Step(
                        Act.valueOf(row.getString("act")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("detail")))
                .list();
    }
}
