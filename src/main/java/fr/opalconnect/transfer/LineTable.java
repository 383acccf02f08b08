package fr.opalconnect.transfer;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.transfer.CamtFile.Booking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The lines of the statements.
@Component
class LineTable {
    static final String LINE = """
            SELECT l.*, m.id AS match_id, m.number, m.lease_number, m.made_at, m.made_by,
                   (SELECT b.id FROM transfer.line b WHERE b.takes_back = l.id) AS taken_back_by
            FROM transfer.line l
            LEFT JOIN transfer.match m ON m.line_id = l.id AND m.withdrawn_at IS NULL
            """;

    /// What tells a line from all others, and what the same money would look like elsewhere.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Keys(byte[] told, byte[] twin, byte @Nullable [] debtor) {}

    private final JdbcClient jdbc;

    LineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether this very line was told already.
    boolean isTold(byte[] told) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM transfer.line WHERE told_key = :told)")
                .param("told", told)
                .query(Boolean.class)
                .single();
    }

    /// Whether another statement tells the like of it, and no bank's number tells the two apart.
    boolean hasTwin(UUID statement, boolean booked, Booking booking, byte[] twin) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM transfer.line l JOIN transfer.statement s ON s.id = l.statement_id
                                       WHERE l.twin_key = :twin AND s.id <> :statement
                                             AND (s.booked <> :booked OR l.bank_reference IS NULL OR :unnumbered))
                        """)
                .param("twin", twin)
                .param("statement", statement)
                .param("booked", booked)
                .param("unnumbered", booking.bankReference() == null)
                .query(Boolean.class)
                .single();
    }

    /// @param endToEnd as the debtor called it; null when it was not called anything
    void add(Line line, int place, @Nullable String endToEnd, Keys keys) {
        jdbc.sql("""
                        INSERT INTO transfer.line (id, statement_id, place, kind, state, booked_on, value_on,
                            amount_cents, transactions, bank_reference, reference, words, debtor, debtor_key,
                            proposal, clues, doubt, told_key, twin_key, end_to_end)
                        VALUES (:id, :statement, :place, :kind, :state, :bookedOn, :valueOn, :amount, :transactions,
                            :bankReference, :reference, :words, :debtor, :debtorKey, :proposal, :clues, :doubt,
                            :told, :twin, :endToEnd)
                        """)
                .param("id", line.id())
                .param("statement", line.statement())
                .param("place", place)
                .param("kind", line.kind().name())
                .param("state", line.state().name())
                .param("bookedOn", line.bookedOn())
                .param("valueOn", line.valueOn())
                .param("amount", line.amount().cents())
                .param("transactions", line.transactions())
                .param("bankReference", line.bankReference())
                .param("reference", line.reference())
                .param("words", line.words())
                .param("debtor", line.debtor())
                .param("debtorKey", keys.debtor())
                .param(
                        "proposal",
                        line.proposal() == null ? null : line.proposal().value())
                .param("clues", line.clues().stream().map(Clue::name).collect(Collectors.joining(",")))
                .param("doubt", line.doubt())
                .param("told", keys.told())
                .param("twin", keys.twin())
                .param("endToEnd", endToEnd)
                .update();
    }

    /// One line, held until the transaction ends.
    @Nullable
    Line lock(UUID id) {
        return one(jdbc.sql(LINE + " WHERE l.id = :id FOR UPDATE OF l").param("id", id));
    }

    @Nullable
    Line find(UUID id) {
        return one(jdbc.sql(LINE + " WHERE l.id = :id").param("id", id));
    }

    List<Line> of(UUID statement) {
        return jdbc.sql(LINE + " WHERE l.statement_id = :statement ORDER BY l.place")
                .param("statement", statement)
                .query((row, index) -> read(row))
                .list();
    }

    /// Those that somebody has to look at, the oldest first.
    List<Line> open(int most) {
        return jdbc.sql(LINE + " WHERE l.state = 'OPEN' ORDER BY l.booked_on, l.id LIMIT :most")
                .param("most", most)
                .query((row, index) -> read(row))
                .list();
    }

    int countOpen() {
        return jdbc.sql("SELECT count(*) FROM transfer.line WHERE state = 'OPEN'")
                .query(Integer.class)
                .single();
    }

    void become(UUID id, LineState state) {
        jdbc.sql("""
                        UPDATE transfer.line
                        SET state = :state, takes_back = CASE WHEN :state <> 'OPEN' THEN takes_back END
                        WHERE id = :id
                        """).param("id", id).param("state", state.name()).update();
    }

    private static @Nullable Line one(JdbcClient.StatementSpec statement) {
        List<Line> found = statement.query((row, index) -> read(row)).list();
        return found.isEmpty() ? null : found.getFirst();
    }

    static Line read(ResultSet row) throws SQLException {
        String proposal = row.getString("proposal");
        UUID match = row.getObject("match_id", UUID.class);
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("statement_id", UUID.class),
                LineKind.valueOf(row.getString("kind")),
                LineState.valueOf(row.getString("state")),
                row.getObject("booked_on", LocalDate.class),
                row.getObject("value_on", LocalDate.class),
                Money.ofCents(row.getLong("amount_cents")),
                row.getInt("transactions"),
                row.getString("bank_reference"),
                row.getString("reference"),
                row.getString("words"),
                row.getString("debtor"),
                proposal == null ? null : new LeaseNumber(proposal),
                Arrays.stream(row.getString("clues").split(",", -1))
                        .filter(clue -> !clue.isEmpty())
                        .map(Clue::valueOf)
                        .toList(),
                row.getBoolean("doubt"),
                match == null
                        ? null
                        : new Line.Match(
                                match,
                                row.getLong("number"),
                                new LeaseNumber(row.getString("lease_number")),
                                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                                row.getString("made_by")),
                row.getObject("takes_back", UUID.class),
                row.getObject("taken_back_by", UUID.class));
    }
}
