package fr.opalconnect.payment;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.ui.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The payments. Their state changes through [#move] and nowhere else.
@Component
class PaymentTable {
    static final String COLUMNS = "id, reference, lease_number, tenant_number, amount_cents, provider,"
            + " lpad(transaction_number::text, 6, '0') AS transaction, language, site, begun_at, state, provider_reference,"
            + " provider_transaction, settled_at";

    private final JdbcClient jdbc;

    PaymentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes an intention down, with its first step.
    ///
    /// @return null when it was written down before
    @Nullable
    Payment begin(UUID id, Intention intention, String provider, Instant now, Instant firstAsk) {
        return jdbc.sql("""
                        WITH made AS (
                            INSERT INTO payment.payment
                                (id, intention, reference, lease_number, tenant_number, amount_cents, instalment,
                                 provider, transaction_day, transaction_number, language, site, begun_at, state, steps,
                                 next_ask_at)
                            SELECT :id, :intention, 'P' || to_char(day, 'YYMMDD') || lpad(number::text, 6, '0'), :lease,
                                   :tenant, :amount, :instalment::uuid, :provider, day, number, :language, :site, :now,
                                   'BEGUN', 1, :firstAsk
                            FROM (SELECT nextval('payment.transaction_number') AS number,
                                         (:now::timestamptz AT TIME ZONE 'UTC')::date AS day) today
                            ON CONFLICT (intention) DO NOTHING RETURNING *
                        ), step AS (
                            INSERT INTO payment.payment_step (payment_id, number, to_state, at, why)
                            SELECT id, 1, 'BEGUN', begun_at, 'begun' FROM made
                        )
                        SELECT %s FROM made
                        """.formatted(COLUMNS))
                .param("id", id)
                .param("intention", intention.id())
                .param("lease", intention.lease().value())
                .param("tenant", intention.tenant().value())
                .param("amount", intention.amount().cents())
                .param("instalment", intention.instalment())
                .param("provider", provider)
                .param("language", Language.of(intention.language()).code())
                .param("site", intention.site())
                .param("now", utc(now))
                .param("firstAsk", utc(firstAsk))
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    @Nullable
    Payment byIntention(UUID intention) {
        return one("WHERE intention = :key", intention);
    }

    /// @param leases whose payments may be seen
    @Nullable
    Payment find(UUID id, Collection<String> leases) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM payment.payment WHERE id = :id AND lease_number = ANY(:leases)")
                .param("id", id)
                .param("leases", leases.toArray(String[]::new))
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    @Nullable
    Payment byProviderReference(String provider, String reference) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM payment.payment WHERE provider = :provider AND provider_reference = :reference")
                .param("provider", provider)
                .param("reference", reference)
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// For a step: nobody else takes one meanwhile. Always in the same order, so that no two wait for each other.
    ///
    /// @return those that are there, by reference
    Map<String, Payment> lock(String provider, Collection<String> references) {
        return jdbc
                .sql("SELECT " + COLUMNS + " FROM payment.payment"
                        + " WHERE reference = ANY(:references) AND provider = :provider ORDER BY id FOR UPDATE")
                .param("references", references.toArray(String[]::new))
                .param("provider", provider)
                .query((row, index) -> read(row))
                .stream()
                .collect(Collectors.toMap(Payment::reference, each -> each));
    }

    /// The latest first.
    List<Payment> of(LeaseNumber lease, int most) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM payment.payment WHERE lease_number = :lease ORDER BY begun_at DESC, id DESC LIMIT :most")
                .param("lease", lease.value())
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    List<PaymentStep> steps(UUID id) {
        return jdbc.sql("SELECT * FROM payment.payment_step WHERE payment_id = :id ORDER BY number")
                .param("id", id)
                .query((row, index) -> new PaymentStep(
                        row.getInt("number"),
                        row.getString("from_state") == null ? null : PaymentState.valueOf(row.getString("from_state")),
                        PaymentState.valueOf(row.getString("to_state")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("why"),
                        row.getObject("message_id", Long.class)))
                .list();
    }

    /// Takes an edge, and writes the step down.
    ///
    /// @return false when it does not stand there any more, or no such edge is there
    boolean move(Payment payment, PaymentState to, Because why, Instant now) {
        if (!payment.state().leadsTo(to)) {
            return false;
        }
        return jdbc.sql("""
                        WITH moved AS (
                            UPDATE payment.payment
                            SET state = :to, steps = steps + 1, settled_at = :settledAt,
                                next_ask_at = CASE WHEN :open THEN next_ask_at
                                                   WHEN :to <> 'REVERSED' THEN :now + make_interval(secs => :again) END,
                                provider_transaction = coalesce(provider_transaction, :transaction)
                            WHERE id = :id AND state = :from RETURNING id, steps
                        )
                        INSERT INTO payment.payment_step (payment_id, number, from_state, to_state, at, why, message_id)
                        SELECT id, steps, :from, :to, :now, :why, :message FROM moved
                        """)
                        .param("id", payment.id())
                        .param("from", payment.state().name())
                        .param("to", to.name())
                        .param("open", to.isOpen())
                        .param("again", (double) AskTable.again(to).toSeconds())
                        .param("settledAt", to.isOpen() ? null : utc(now), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("transaction", why.transaction(), java.sql.Types.VARCHAR)
                        .param("now", utc(now))
                        .param("why", why.words())
                        .param("message", why.message(), java.sql.Types.BIGINT)
                        .update()
                == 1;
    }

    void announced(UUID id, String providerReference, String checkout) {
        jdbc.sql("UPDATE payment.payment SET provider_reference = :reference, checkout = :checkout WHERE id = :id")
                .param("id", id)
                .param("reference", providerReference)
                .param("checkout", checkout)
                .update();
    }

    /// The provider is asked at that time, if it is not sooner already.
    void askAt(UUID id, Instant at) {
        jdbc.sql("UPDATE payment.payment SET next_ask_at = least(next_ask_at, :at)"
                        + " WHERE id = :id AND next_ask_at IS NOT NULL")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    @Nullable
    String checkout(UUID id) {
        return jdbc.sql("SELECT checkout FROM payment.payment WHERE id = :id")
                .param("id", id)
                .query((row, index) -> row.getString(1))
                .optional()
                .orElse(null);
    }

    private @Nullable Payment one(String where, UUID key) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM payment.payment " + where)
                .param("key", key)
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    static Payment read(ResultSet row) throws SQLException {
        OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
        return new Payment(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                new LeaseNumber(row.getString("lease_number")),
                new TenantNumber(row.getString("tenant_number")),
                Money.ofCents(row.getLong("amount_cents")),
                row.getString("provider"),
                row.getString("transaction"),
                Language.of(row.getString("language")).locale(),
                row.getString("site"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                PaymentState.valueOf(row.getString("state")),
                row.getString("provider_reference"),
                row.getString("provider_transaction"),
                settledAt == null ? null : settledAt.toInstant());
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
