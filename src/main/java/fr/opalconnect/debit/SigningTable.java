package fr.opalconnect.debit;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.Code;
import fr.opalconnect.ui.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Signatures on their way, and their codes as keyed hashes.
@Component
class SigningTable {
    /// @param left how often it may still be tried
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record KeptCode(byte[] hash, int left, Instant sentAt) {}

    private final JdbcClient jdbc;

    SigningTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Signing signing) {
        jdbc.sql("""
                        INSERT INTO debit.signing (id, session_id, tenant_number, lease_number, mandate_id, rum, holder,
                            iban_sealed, iban_masked, debit_day, language, wording, begun_at)
                        VALUES (:id, :session, :tenant, :lease, :mandate, :rum, :holder, :sealed, :masked, :day,
                                :language, :wording, :begunAt)
                        """)
                .param("id", signing.id())
                .param("session", signing.session())
                .param("tenant", signing.tenant().value())
                .param("lease", signing.lease().value())
                .param("mandate", signing.mandate())
                .param("rum", signing.rum())
                .param("holder", signing.holder())
                .param("sealed", signing.sealed())
                .param("masked", signing.masked())
                .param("day", signing.day())
                .param("language", Language.of(signing.language()).code())
                .param("wording", signing.wording().text())
                .param("begunAt", utc(signing.begunAt()))
                .update();
    }

    /// The latest that this session began for the lease it looks at, held until the transaction ends when there is one.
    @Nullable
    Signing latest(SignedInTenant who, boolean hold) {
        return jdbc.sql("""
                        SELECT * FROM debit.signing
                        WHERE session_id = :session AND tenant_number = :tenant AND lease_number = :lease
                        ORDER BY begun_at DESC, id DESC LIMIT 1
                        """ + (hold ? " FOR UPDATE" : ""))
                .param("session", who.session())
                .param("tenant", who.number().value())
                .param("lease", who.lease().value())
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// @return the number of the code
    int countSend(UUID id, Instant now) {
        return jdbc.sql("UPDATE debit.signing SET sends = sends + 1, sent_at = :now WHERE id = :id RETURNING sends")
                .param("now", utc(now))
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /// @param delivery the text message that carries it
    void addCode(UUID signing, int number, byte[] hash, UUID delivery, Instant now) {
        jdbc.sql("""
                        INSERT INTO debit.signing_code (signing_id, number, hash, delivery_id, sent_at, expires_at)
                        VALUES (:signing, :number, :hash, :delivery, :now, :expiresAt)
                        """)
                .param("signing", signing)
                .param("number", number)
                .param("hash", hash)
                .param("delivery", delivery)
                .param("now", utc(now))
                .param("expiresAt", utc(now.plus(Code.LIFE)))
                .update();
    }

    /// Counts one try on every code that lives, and tells those.
    List<KeptCode> spendTry(UUID signing, Instant now) {
        return jdbc.sql("""
                        UPDATE debit.signing_code SET tries = tries + 1
                        WHERE signing_id = :signing AND expires_at > :now AND tries < :tries
                        RETURNING hash, :tries - tries AS left_over, sent_at
                        """)
                .param("signing", signing)
                .param("now", utc(now))
                .param("tries", Code.TRIES)
                .query((row, index) -> new KeptCode(
                        row.getBytes("hash"),
                        row.getInt("left_over"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// The text message that carried the latest code.
    @Nullable
    UUID lastDelivery(UUID signing) {
        return jdbc.sql("""
                        SELECT delivery_id FROM debit.signing_code
                        WHERE signing_id = :signing AND delivery_id IS NOT NULL ORDER BY number DESC LIMIT 1
                        """)
                .param("signing", signing)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    void countWrong(UUID signing) {
        jdbc.sql("UPDATE debit.signing SET wrong_tries = wrong_tries + 1 WHERE id = :id")
                .param("id", signing)
                .update();
    }

    void end(UUID signing, Instant now) {
        jdbc.sql("UPDATE debit.signing SET ended_at = :now WHERE id = :id")
                .param("now", utc(now))
                .param("id", signing)
                .update();
    }

    void forgetBegunBefore(Instant moment) {
        jdbc.sql("DELETE FROM debit.signing WHERE begun_at < :moment")
                .param("moment", utc(moment))
                .update();
    }

    private static Signing read(ResultSet row) throws SQLException {
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Signing(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                new TenantNumber(row.getString("tenant_number")),
                new LeaseNumber(row.getString("lease_number")),
                row.getObject("mandate_id", UUID.class),
                row.getString("rum"),
                row.getString("holder"),
                row.getBytes("iban_sealed"),
                row.getString("iban_masked"),
                row.getInt("debit_day"),
                Language.of(row.getString("language")).locale(),
                new Wording(row.getString("wording")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getInt("sends"),
                sentAt == null ? null : sentAt.toInstant(),
                row.getInt("wrong_tries"),
                endedAt == null ? null : endedAt.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
