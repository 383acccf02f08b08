package fr.opalconnect.debit;

import fr.opalconnect.debit.MandateState.Act;
import fr.opalconnect.kernel.LeaseNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Mandates and their bank accounts.
@Component
class MandateTable {
    private final JdbcClient jdbc;
    private final MandateStepTable steps;

    MandateTable(JdbcClient jdbc, MandateStepTable steps) {
        this.jdbc = jdbc;
        this.steps = steps;
    }

    long nextNumber() {
        return jdbc.sql("SELECT nextval('debit.rum_number')").query(Long.class).single();
    }

    void add(Mandate mandate, String actor, Instant now) {
        jdbc.sql("""
                        INSERT INTO debit.mandate
                            (id, rum, lease_number, tenant_number, agency_code, state, debit_day, address, signed_at)
                        VALUES (:id, :rum, :lease, :tenant, :agency, :state, :day, :address, :now)
                        """)
                .param("id", mandate.id())
                .param("rum", mandate.rum())
                .param("lease", mandate.lease().value())
                .param("tenant", mandate.tenant().value())
                .param("agency", mandate.agency())
                .param("state", mandate.state().name())
                .param("day", mandate.day())
                .param("address", mandate.address())
                .param("now", utc(now))
                .update();
        addAccount(mandate.id(), mandate.newest());
        steps.add(mandate.id(), Act.SIGN, null, mandate.state(), actor, null, now);
    }

    void addAccount(UUID mandate, BankAccount account) {
        BankAccount.Proof proof = account.proof();
        jdbc.sql("""
                        INSERT INTO debit.bank_account
                            (id, mandate_id, holder, iban_sealed, iban_masked, used_from, wording, wording_sha256,
                             language, signed_at, device, phone_masked, code_sent_at, code_entered_at, wrong_tries)
                        VALUES (:id, :mandate, :holder, :sealed, :masked, :usedFrom, :wording, :hash, :language,
                                :signedAt, :device, :phone, :sentAt, :enteredAt, :wrongTries)
                        """)
                .param("id", account.id())
                .param("mandate", mandate)
                .param("holder", account.holder())
                .param("sealed", account.sealed())
                .param("masked", account.masked())
                .param("usedFrom", account.usedFrom())
                .param("wording", proof.wording())
                .param("hash", proof.hash())
                .param("language", proof.language())
                .param("signedAt", utc(proof.signedAt()))
                .param("device", proof.device())
                .param("phone", proof.phone())
                .param("sentAt", utc(proof.codeSentAt()))
                .param("enteredAt", utc(proof.codeEnteredAt()))
                .param("wrongTries", proof.wrongTries())
                .update();
    }

    /// The state after a step, and the step.
    void move(Mandate mandate, Act act, MandateState to, String actor, @Nullable String detail, Instant now) {
        jdbc.sql("UPDATE debit.mandate SET state = :to WHERE id = :id")
                .param("to", to.name())
                .param("id", mandate.id())
                .update();
        steps.add(mandate.id(), act, mandate.state(), to, actor, detail, now);
    }

    List<MandateView.Step> steps(UUID id) {
        return steps.of(id);
    }

    /// Holds it until the transaction ends: two acts at once become one after the other.
    @Nullable
    Mandate lock(UUID id) {
        jdbc.sql("SELECT id FROM debit.mandate WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(row -> {});
        return MandateRows.one(
                jdbc.sql(MandateRows.SELECT.formatted("m.id = :id")).param("id", id));
    }

    /// Whether no mandate lives for it, nor can begin to before the transaction ends.
    boolean isFree(LeaseNumber lease) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('debit.mandate ' || :lease, 0))")
                .param("lease", lease.value())
                .query(row -> {});
        return living(lease) == null;
    }

    /// The one that lives, else null.
    @Nullable
    Mandate living(LeaseNumber lease) {
        return MandateRows.one(jdbc.sql(MandateRows.SELECT.formatted(
                        "m.lease_number = :lease AND m.state IN ('ACTIVE', 'SUSPENDED', 'STOPPED')"))
                .param("lease", lease.value()));
    }

    @Nullable
    Mandate find(UUID id) {
        return MandateRows.one(
                jdbc.sql(MandateRows.SELECT.formatted("m.id = :id")).param("id", id));
    }

    /// All that these leases ever had, the newest first.
    List<Mandate> of(Collection<LeaseNumber> leases) {
        return MandateRows.all(jdbc.sql(MandateRows.SELECT.formatted("m.lease_number = ANY(:leases)"))
                .param("leases", leases.stream().map(LeaseNumber::value).toArray(String[]::new)));
    }

    List<Mandate> ofAll(Collection<UUID> ids) {
        return MandateRows.all(
                jdbc.sql(MandateRows.SELECT.formatted("m.id = ANY(:ids)")).param("ids", ids.toArray(UUID[]::new)));
    }

    /// Those that collect.
    List<Mandate> collecting() {
        return MandateRows.all(jdbc.sql(MandateRows.SELECT.formatted("m.state IN ('ACTIVE', 'SUSPENDED')")));
    }

    /// Those not used since a day, nor signed since.
    List<UUID> unusedSince(LocalDate day) {
        return jdbc.sql("""
                        SELECT id FROM debit.mandate
                        WHERE state IN ('ACTIVE', 'SUSPENDED', 'STOPPED')
                          AND coalesce(used_on, (signed_at AT TIME ZONE 'Europe/Paris')::date) < :day
                        """).param("day", day).query(UUID.class).list();
    }

    /// Those of these notices that no mandate of their lease collects, although there is one.
    Set<String> leftOut(Map<String, LeaseNumber> notices) {
        List<Map.Entry<String, LeaseNumber>> all = List.copyOf(notices.entrySet());
        return jdbc.sql("""
                        SELECT n.id FROM unnest(:ids, :leases) AS n(id, lease)
                        WHERE EXISTS (SELECT FROM debit.mandate m
                                      WHERE m.lease_number = n.lease AND m.state IN ('SUSPENDED', 'STOPPED'))
                           OR EXISTS (SELECT FROM debit.collection c
                                      WHERE c.lease_number = n.lease AND c.notice_id = n.id AND c.state = 'LEFT_OUT')
                        """)
                .param("ids", all.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("leases", all.stream().map(one -> one.getValue().value()).toArray(String[]::new))
                .query(String.class)
                .set();
    }

    void used(UUID id, LocalDate on) {
        jdbc.sql("UPDATE debit.mandate SET used_on = greatest(used_on, :on) WHERE id = :id")
                .param("on", on)
                .param("id", id)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
