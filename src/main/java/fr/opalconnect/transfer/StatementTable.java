package fr.opalconnect.transfer;

import fr.opalconnect.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The files that were read, and the statements in them.
@Component
class StatementTable {
    /// What of a statement's money became what.
    ///
    /// @param count  lines
    /// @param amount their sum
    record Sum(int count, Money amount) {}

    /// A statement with its sums.
    ///
    /// @param known     entries that another statement had told already
    /// @param announced entries that were not booked yet
    record Row(
            UUID id,
            String file,
            String version,
            boolean booked,
            String bankId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String accountEnd,
            @Nullable Money opening,
            @Nullable Money closing,
            int entries,
            int known,
            int announced,
            Instant takenAt,
            String takenBy,
            Sum matched,
            Sum open,
            Sum cards,
            Sum debits,
            Sum otherIn,
            Sum out) {}

    private static final String ROW = """
            SELECT s.*, f.name, f.version, f.taken_at, f.taken_by,
                   count(l.id) FILTER (WHERE l.state = 'MATCHED') AS matched,
                   coalesce(sum(l.amount_cents) FILTER (WHERE l.state = 'MATCHED'), 0) AS matched_cents,
                   count(l.id) FILTER (WHERE l.state = 'OPEN') AS open,
                   coalesce(sum(l.amount_cents) FILTER (WHERE l.state = 'OPEN'), 0) AS open_cents,
                   count(l.id) FILTER (WHERE l.state = 'ASIDE' AND l.kind = 'CARDS') AS cards,
                   coalesce(sum(l.amount_cents) FILTER (WHERE l.state = 'ASIDE' AND l.kind = 'CARDS'), 0)
                       AS cards_cents,
                   count(l.id) FILTER (WHERE l.state = 'ASIDE' AND l.kind = 'DEBITS') AS debits,
                   coalesce(sum(l.amount_cents) FILTER (WHERE l.state = 'ASIDE' AND l.kind = 'DEBITS'), 0)
                       AS debits_cents,
                   count(l.id) FILTER (WHERE l.state = 'ASIDE' AND l.kind NOT IN ('CARDS', 'DEBITS')
                                             AND l.amount_cents > 0) AS other,
                   coalesce(sum(l.amount_cents) FILTER (WHERE l.state = 'ASIDE' AND l.kind NOT IN ('CARDS', 'DEBITS')
                                             AND l.amount_cents > 0), 0) AS other_cents,
                   count(l.id) FILTER (WHERE l.state = 'ASIDE' AND l.amount_cents <= 0) AS gone,
                   coalesce(sum(l.amount_cents) FILTER (WHERE l.state = 'ASIDE' AND l.amount_cents <= 0), 0)
                       AS gone_cents
            FROM transfer.statement s
            JOIN transfer.file f ON f.id = s.file_id
            LEFT JOIN transfer.line l ON l.statement_id = s.id
            %s
            GROUP BY s.id, f.id
            ORDER BY f.taken_at DESC, s.id DESC
            LIMIT 60
            """;

    private final JdbcClient jdbc;

    StatementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lets one file be taken at a time: what another tells already must be known.
    void oneAtATime() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('transfer.statement'))").query(rows -> {});
    }

    /// When this very file was taken; null when it was not.
    @Nullable
    Instant takenAt(byte[] sha256) {
        List<OffsetDateTime> found = jdbc.sql("SELECT taken_at FROM transfer.file WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .query(OffsetDateTime.class)
                .list();
        return found.isEmpty() ? null : found.getFirst().toInstant();
    }

    void addFile(UUID id, byte[] sha256, String name, CamtFile file, Instant at, String by) {
        jdbc.sql("""
                        INSERT INTO transfer.file (id, sha256, name, version, message_id, taken_at, taken_by)
                        VALUES (:id, :sha256, :name, :version, :message, :at, :by)
                        """)
                .param("id", id)
                .param("sha256", sha256)
                .param("name", name)
                .param("version", file.version())
                .param("message", file.messageId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /// Whether a statement was read before: with the same content, with another, or not at all.
    @Nullable
    Boolean sameAsBefore(byte[] account, CamtFile.Statement statement, byte[] content) {
        List<Boolean> found = jdbc.sql("""
                        SELECT content = :content FROM transfer.statement
                        WHERE account_key = :account AND booked = :booked AND bank_id = :id
                              AND (content = :content OR created_at IS NOT DISTINCT FROM :created)
                        ORDER BY 1 DESC
                        """)
                .param("content", content)
                .param("account", account)
                .param("booked", statement.booked())
                .param("id", statement.id())
                .param("created", utc(statement.createdAt()))
                .query(Boolean.class)
                .list();
        return found.isEmpty() ? null : found.getFirst();
    }

    void add(UUID id, UUID file, CamtFile.Statement statement, byte[] account, byte[] content) {
        String number = statement.account();
        jdbc.sql("""
                        INSERT INTO transfer.statement (id, file_id, booked, bank_id, created_at, from_on, to_on,
                            account_key, account_end, opening_cents, closing_cents, entries, known, announced, content)
                        VALUES (:id, :file, :booked, :bankId, :created, :from, :to, :account, :end, :opening, :closing,
                            :entries, 0, :announced, :content)
                        """)
                .param("id", id)
                .param("file", file)
                .param("booked", statement.booked())
                .param("bankId", statement.id())
                .param("created", utc(statement.createdAt()))
                .param("from", statement.from())
                .param("to", statement.to())
                .param("account", account)
                .param("end", number.substring(Math.max(0, number.length() - 4)))
                .param("opening", cents(statement.opening()))
                .param("closing", cents(statement.closing()))
                .param("entries", statement.bookings().size())
                .param("announced", statement.announced())
                .param("content", content)
                .update();
    }

    void known(UUID id, int known) {
        jdbc.sql("UPDATE transfer.statement SET known = :known WHERE id = :id")
                .param("id", id)
                .param("known", known)
                .update();
    }

    /// The latest, as they were read.
    List<Row> latest() {
        return jdbc.sql(ROW.formatted(
                        "WHERE s.file_id IN (SELECT id FROM transfer.file ORDER BY taken_at DESC LIMIT 60)"))
                .query((row, index) -> read(row))
                .list();
    }

    @Nullable
    Row find(UUID id) {
        List<Row> found = jdbc.sql(ROW.formatted("WHERE s.id = :id"))
                .param("id", id)
                .query((row, index) -> read(row))
                .list();
        return found.isEmpty() ? null : found.getFirst();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("version"),
                row.getBoolean("booked"),
                row.getString("bank_id"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getString("account_end"),
                money(row, "opening_cents"),
                money(row, "closing_cents"),
                row.getInt("entries"),
                row.getInt("known"),
                row.getInt("announced"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getString("taken_by"),
                sum(row, "matched"),
                sum(row, "open"),
                sum(row, "cards"),
                sum(row, "debits"),
                sum(row, "other"),
                sum(row, "gone"));
    }

    private static Sum sum(ResultSet row, String name) throws SQLException {
        return new Sum(row.getInt(name), Money.ofCents(row.getLong(name + "_cents")));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        long cents = row.getLong(column);
        return row.wasNull() ? null : Money.ofCents(cents);
    }

    private static @Nullable Long cents(@Nullable Money money) {
        return money == null ? null : money.cents();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
