package fr.opalconnect.debit;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The files for the bank, sealed. Who may see one sees all the agencies in it.
@Component
class BankFileTable {
    private static final int SHOWN = 24;

    private final JdbcClient jdbc;
    private final Vault vault;

    BankFileTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(BankFile file, SignedInStaff by, byte[] content) {
        jdbc.sql("""
                        INSERT INTO debit.bank_file (id, due_on, version, message_id, made_at, made_by, made_by_name,
                                                     transactions, sum_cents, sha256, content_sealed, agencies)
                        VALUES (:id, :dueOn, :version, :message, :madeAt, :by, :name, :transactions, :sum, :sha256,
                                :content, :agencies)
                        """)
                .param("id", file.id())
                .param("dueOn", file.dueOn())
                .param("version", file.version())
                .param("message", file.messageId())
                .param("madeAt", file.madeAt().atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.name())
                .param("transactions", file.transactions())
                .param("sum", file.sum().cents())
                .param("sha256", file.sha256())
                .param("content", vault.sealFile(file.id(), content))
                .param("agencies", file.agencies().toArray(String[]::new))
                .update();
    }

    /// The latest first.
    List<BankFile> of(SignedInStaff who) {
        return theirs("true", who).query((row, index) -> read(row)).list();
    }

    /// @return null when there is none, or none that they may see
    @Nullable
    BankFile find(SignedInStaff who, UUID id) {
        return theirs("id = :id", who)
                .param("id", id)
                .query((row, index) -> read(row))
                .optional()
                .orElse(null);
    }

    /// Its bytes, as they were when it was written.
    byte[] content(BankFile file) {
        byte[] sealed = jdbc.sql("SELECT content_sealed FROM debit.bank_file WHERE id = :id")
                .param("id", file.id())
                .query(byte[].class)
                .single();
        return vault.openFile(file.id(), sealed);
    }

    private JdbcClient.StatementSpec theirs(String condition, SignedInStaff who) {
        return jdbc.sql("""
                        SELECT id, number, due_on, version, message_id, made_at, made_by_name, transactions, sum_cents,
                               sha256, agencies
                        FROM debit.bank_file WHERE (:all OR agencies <@ :agencies::text[]) AND %s
                        ORDER BY number DESC LIMIT :most
                        """.formatted(condition))
                .param("all", who.seesAllAgencies())
                .param("agencies", who.agencies().toArray(String[]::new))
                .param("most", SHOWN);
    }

    private static BankFile read(ResultSet row) throws SQLException {
        return new BankFile(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("due_on", LocalDate.class),
                row.getString("version"),
                row.getString("message_id"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by_name"),
                row.getInt("transactions"),
                Money.ofCents(row.getLong("sum_cents")),
                row.getString("sha256"),
                List.of((String[]) row.getArray("agencies").getArray()));
    }
}
