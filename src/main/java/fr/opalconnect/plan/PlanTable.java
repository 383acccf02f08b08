package fr.opalconnect.plan;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Plans, their instalments, their steps.
@Component
class PlanTable {
    /// One step of a plan.
    record Step(
            UUID id,
            UUID plan,
            Instant at,
            @Nullable PlanState from,
            PlanState to,
            String actor,
            String actorName,
            @Nullable String reason) {}

    private final JdbcClient jdbc;

    PlanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lets one request for a lease be taken at a time.
    void oneAtATime(LeaseNumber lease) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('plan.plan'), hashtext(:lease))")
                .param("lease", lease.value())
                .query(rows -> {});
    }

    void add(Plan plan) {
        jdbc.sql("""
                        INSERT INTO plan.plan (id, lease_number, tenant_number, conversation_id, state, debt_cents,
                                               based_on, requested_at)
                        VALUES (:id, :lease, :tenant, :conversation, :state, :debt, :basedOn, :at)
                        """)
                .param("id", plan.id())
                .param("lease", plan.lease().value())
                .param("tenant", plan.tenant().value())
                .param("conversation", plan.conversation())
                .param("state", plan.state().name())
                .param("debt", plan.debt().cents())
                .param("basedOn", plan.basedOn())
                .param("at", plan.requestedAt().atOffset(ZoneOffset.UTC))
                .update();
        addInstalments(plan);
    }

    /// Other terms instead of those asked for.
    void change(Plan plan) {
        jdbc.sql("UPDATE plan.plan SET debt_cents = :debt, based_on = :basedOn WHERE id = :id")
                .param("id", plan.id())
                .param("debt", plan.debt().cents())
                .param("basedOn", plan.basedOn())
                .update();
        jdbc.sql("DELETE FROM plan.instalment WHERE plan_id = :id")
                .param("id", plan.id())
                .update();
        addInstalments(plan);
    }

    private void addInstalments(Plan plan) {
        for (Plan.Instalment each : plan.instalments()) {
            jdbc.sql("""
                            INSERT INTO plan.instalment (id, plan_id, place, due_on, amount_cents)
                            VALUES (:id, :plan, :place, :dueOn, :amount)
                            """)
                    .param("id", each.id())
                    .param("plan", plan.id())
                    .param("place", each.place())
                    .param("dueOn", each.dueOn())
                    .param("amount", each.amount().cents())
                    .update();
        }
    }

    void become(Step step) {
        jdbc.sql("""
                        UPDATE plan.plan SET state = :to, agreed_at = CASE WHEN :to = 'ACCEPTED' THEN :at ELSE agreed_at END
                        WHERE id = :plan
                        """)
                .param("plan", step.plan())
                .param("to", step.to().name())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .update();
        append(step);
    }

    void append(Step step) {
        PlanState from = step.from();
        jdbc.sql("""
                        INSERT INTO plan.step (id, plan_id, at, from_state, to_state, actor, actor_name, reason)
                        VALUES (:id, :plan, :at, :from, :to, :actor, :name, :reason)
                        """)
                .param("id", step.id())
                .param("plan", step.plan())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("from", from == null ? null : from.name())
                .param("to", step.to().name())
                .param("actor", step.actor())
                .param("name", step.actorName())
                .param("reason", step.reason())
                .update();
    }

    /// One plan, held until the transaction ends.
    @Nullable
    Plan lock(UUID id) {
        return one(jdbc.sql("SELECT * FROM plan.plan WHERE id = :id FOR UPDATE").param("id", id));
    }

    @Nullable
    Plan find(UUID id) {
        return one(jdbc.sql("SELECT * FROM plan.plan WHERE id = :id").param("id", id));
    }

    /// The latest plan of a lease; an open one before all others.
    @Nullable
    Plan latest(LeaseNumber lease) {
        return one(jdbc.sql("SELECT * FROM plan.plan WHERE lease_number = :lease ORDER BY requested_at DESC LIMIT 1")
                .param("lease", lease.value()));
    }

    /// Those that are agreed and not known to be paid.
    List<UUID> running() {
        return jdbc.sql("SELECT id FROM plan.plan WHERE state = 'ACCEPTED' ORDER BY id")
                .query(UUID.class)
                .list();
    }

    /// Those that pay one that is agreed.
    Set<LeaseNumber> leasesWithOne() {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT lease_number FROM plan.plan WHERE state = 'ACCEPTED'")
                .query((row, _) -> new LeaseNumber(row.getString(1)))
                .list());
    }

    /// Those that somebody has to answer, the oldest first; then those that run; then those that were paid lately.
    List<Plan> open(int most, Instant lately) {
        return jdbc
                .sql("""
                        SELECT * FROM plan.plan p
                        WHERE state IN ('REQUESTED', 'PROPOSED', 'ACCEPTED')
                              OR state = 'COMPLETED' AND EXISTS (SELECT FROM plan.step s WHERE s.plan_id = p.id
                                                                 AND s.to_state = 'COMPLETED' AND s.at > :lately)
                        ORDER BY array_position(ARRAY['REQUESTED', 'PROPOSED', 'ACCEPTED'], state), requested_at
                        LIMIT :most
                        """)
                .param("most", most)
                .param("lately", lately.atOffset(ZoneOffset.UTC))
                .query((row, index) -> read(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    private @Nullable Plan one(JdbcClient.StatementSpec statement) {
        List<Plan> found = statement.query((row, index) -> read(row)).list();
        return found.isEmpty() ? null : whole(found.getFirst());
    }

    private Plan whole(Plan plan) {
        List<Plan.Instalment> instalments = jdbc.sql(
                        "SELECT * FROM plan.instalment WHERE plan_id = :plan ORDER BY place")
                .param("plan", plan.id())
                .query((row, index) -> new Plan.Instalment(
                        row.getObject("id", UUID.class),
                        row.getInt("place"),
                        row.getObject("due_on", LocalDate.class),
                        Money.ofCents(row.getLong("amount_cents"))))
                .list();
        return new Plan(
                plan.id(),
                plan.lease(),
                plan.tenant(),
                plan.conversation(),
                plan.state(),
                plan.debt(),
                plan.basedOn(),
                plan.requestedAt(),
                plan.agreedAt(),
                instalments);
    }

    private static Plan read(ResultSet row) throws SQLException {
        OffsetDateTime agreed = row.getObject("agreed_at", OffsetDateTime.class);
        return new Plan(
                row.getObject("id", UUID.class),
                new LeaseNumber(row.getString("lease_number")),
                new TenantNumber(row.getString("tenant_number")),
                row.getObject("conversation_id", UUID.class),
                PlanState.valueOf(row.getString("state")),
                Money.ofCents(row.getLong("debt_cents")),
                row.getObject("based_on", LocalDate.class),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                agreed == null ? null : agreed.toInstant(),
                List.of());
    }
}
