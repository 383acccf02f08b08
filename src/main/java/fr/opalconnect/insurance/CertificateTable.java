package fr.opalconnect.insurance;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Certificates and their steps.
@Component
class CertificateTable {
    /// One step of a certificate.
    ///
    /// @param actorName as the ERP is told it; empty for the tenant
    record Step(
            UUID id,
            UUID certificate,
            Instant at,
            @Nullable CertificateState from,
            CertificateState to,
            String actor,
            String actorName,
            @Nullable String reason) {}

    private static final String COVER = """
            SELECT lease_number, max(valid_until) FILTER (WHERE state = 'ACCEPTED') AS until,
                   (array_agg(id) FILTER (WHERE state = 'SENT'))[1] AS waiting,
                   (array_agg(state ORDER BY sent_at DESC, id DESC) FILTER (WHERE state <> 'WITHDRAWN'))[1] = 'REFUSED'
                       AS refused
            FROM insurance.certificate %s GROUP BY lease_number""";

    private final JdbcClient jdbc;

    CertificateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when this form was sent before
    boolean add(Certificate one, UUID formKey) {
        return jdbc.sql("""
                        INSERT INTO insurance.certificate (id, lease_number, tenant_number, form_key, state, valid_from,
                                                           valid_until, insurer, pieces, sent_at)
                        VALUES (:id, :lease, :tenant, :key, :state, :from, :until, :insurer, :pieces, :at)
                        ON CONFLICT (form_key) DO NOTHING
                        """)
                        .param("id", one.id())
                        .param("lease", one.lease().value())
                        .param("tenant", one.tenant().value())
                        .param("key", formKey)
                        .param("state", one.state().name())
                        .param("from", one.from())
                        .param("until", one.until())
                        .param("insurer", one.insurer())
                        .param("pieces", one.pieces().toArray(UUID[]::new))
                        .param("at", utc(one.sentAt()))
                        .update()
                == 1;
    }

    void become(Step step) {
        jdbc.sql("UPDATE insurance.certificate SET state = :to, reason = :reason WHERE id = :id")
                .param("id", step.certificate())
                .param("to", step.to().name())
                .param("reason", step.reason())
                .update();
        append(step);
    }

    void append(Step step) {
        CertificateState from = step.from();
        jdbc.sql("""
                        INSERT INTO insurance.step (id, certificate_id, at, from_state, to_state, actor, actor_name,
                                                    reason)
                        VALUES (:id, :certificate, :at, :from, :to, :actor, :name, :reason)
                        """)
                .param("id", step.id())
                .param("certificate", step.certificate())
                .param("at", utc(step.at()))
                .param("from", from == null ? null : from.name())
                .param("to", step.to().name())
                .param("actor", step.actor())
                .param("name", step.actorName())
                .param("reason", step.reason())
                .update();
    }

    /// Lets one certificate of a lease be sent or judged at a time.
    void oneAtATime(LeaseNumber lease) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('insurance.certificate'), hashtext(:lease))")
                .param("lease", lease.value())
                .query(rows -> {});
    }

    /// Held until the transaction ends.
    @Nullable
    Certificate lock(UUID id) {
        return one(jdbc.sql("SELECT * FROM insurance.certificate WHERE id = :id FOR UPDATE")
                .param("id", id));
    }

    /// The one that nobody has looked at yet.
    @Nullable
    Certificate waiting(LeaseNumber lease) {
        return one(jdbc.sql("SELECT * FROM insurance.certificate WHERE lease_number = :lease AND state = 'SENT'")
                .param("lease", lease.value()));
    }

    /// Whether a certificate came with this form.
    boolean isOf(UUID id, UUID formKey) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM insurance.certificate WHERE id = :id AND form_key = :key)")
                .param("id", id)
                .param("key", formKey)
                .query(Boolean.class)
                .single();
    }

    /// Which certificate a page belongs to.
    @Nullable
    Certificate ofPiece(UUID piece) {
        return one(jdbc.sql("SELECT * FROM insurance.certificate WHERE pieces @> ARRAY[:piece]::uuid[]")
                .param("piece", piece));
    }

    /// The latest first.
    List<Certificate> of(LeaseNumber lease) {
        return jdbc.sql(
                        "SELECT * FROM insurance.certificate WHERE lease_number = :lease ORDER BY sent_at DESC, id DESC")
                .param("lease", lease.value())
                .query((row, index) -> read(row))
                .list();
    }

    /// Those of these leases that wait, the longest waiting first.
    List<Certificate> waiting(Collection<LeaseNumber> leases) {
        return jdbc.sql("""
                        SELECT * FROM insurance.certificate WHERE state = 'SENT' AND lease_number = ANY(:leases)
                        ORDER BY sent_at, id
                        """)
                .param("leases", array(leases))
                .query((row, index) -> read(row))
                .list();
    }

    /// Those of these leases that were accepted lately, and still are.
    List<Certificate> acceptedSince(Instant then, Collection<LeaseNumber> leases) {
        return jdbc.sql("""
                        SELECT c.* FROM insurance.certificate c
                        JOIN insurance.step s ON s.certificate_id = c.id AND s.to_state = 'ACCEPTED'
                        WHERE c.state = 'ACCEPTED' AND s.at > :then AND c.lease_number = ANY(:leases)
                        ORDER BY s.at DESC, c.id
                        """)
                .param("then", utc(then))
                .param("leases", array(leases))
                .query((row, index) -> read(row))
                .list();
    }

    @Nullable
    Cover cover(LeaseNumber lease) {
        return jdbc.sql(COVER.formatted("WHERE lease_number = :lease"))
                .param("lease", lease.value())
                .query((row, index) -> readCover(row))
                .optional()
                .orElse(null);
    }

    /// Of every lease that a certificate was ever sent for.
    List<Cover> covers() {
        return jdbc.sql(COVER.formatted(""))
                .query((row, index) -> readCover(row))
                .list();
    }

    List<Cover> covers(Collection<LeaseNumber> leases) {
        return jdbc.sql(COVER.formatted("WHERE lease_number = ANY(:leases)"))
                .param("leases", array(leases))
                .query((row, index) -> readCover(row))
                .list();
    }

    /// Whether there are more certificates than one keeps in memory.
    boolean isMoreThan(int most) {
        return jdbc.sql("SELECT count(*) > :most FROM (SELECT FROM insurance.certificate LIMIT :most + 1) c")
                .param("most", most)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Certificate one(JdbcClient.StatementSpec statement) {
        return statement.query((row, index) -> read(row)).optional().orElse(null);
    }

    private static Cover readCover(ResultSet row) throws SQLException {
        return new Cover(
                new LeaseNumber(row.getString("lease_number")),
                row.getObject("until", LocalDate.class),
                row.getObject("waiting", UUID.class),
                row.getBoolean("refused"));
    }

    static Certificate read(ResultSet row) throws SQLException {
        return new Certificate(
                row.getObject("id", UUID.class),
                new LeaseNumber(row.getString("lease_number")),
                new TenantNumber(row.getString("tenant_number")),
                CertificateState.valueOf(row.getString("state")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("insurer"),
                List.of((UUID[]) row.getArray("pieces").getArray()),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"));
    }

    private static String[] array(Collection<LeaseNumber> leases) {
        return leases.stream().map(LeaseNumber::value).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
