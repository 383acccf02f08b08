package fr.opalconnect.debit;

import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the banks sent back, file by file.
@Component
class ReturnTable {
    private static final int SHOWN = 12;

    /// What became of a line.
    enum Fate {
        /// The collection came back.
        TAKEN,
        /// It had before.
        KNOWN,
        /// None of ours, or not in any file.
        UNKNOWN,
        /// Another amount than ours: nothing was changed.
        DIFFERS
    }

    /// @param form `pain.002.001.03`
    record ReturnFile(UUID id, String name, String form, Instant receivedAt, String receivedBy) {}

    /// @param holder   of the bank account; null when the line is none of ours
    /// @param agency   of the collection
    record Line(
            UUID file,
            @Nullable String reference,
            String code,
            @Nullable Money amount,
            Fate fate,
            @Nullable String holder,
            @Nullable String tenant,
            @Nullable String agency) {}

    private final JdbcClient jdbc;

    ReturnTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when these bytes were received before
    boolean add(ReturnFile file, String sha256, SignedInStaff by) {
        return jdbc.sql("""
                        INSERT INTO debit.return_file (id, sha256, name, form, received_at, received_by, received_by_name)
                        VALUES (:id, :sha256, :name, :form, :at, :by, :byName)
                        ON CONFLICT (sha256) DO NOTHING
                        """)
                        .param("id", file.id())
                        .param("sha256", sha256)
                        .param("name", file.name())
                        .param("form", file.form())
                        .param("at", file.receivedAt().atOffset(ZoneOffset.UTC))
                        .param("by", by.id())
                        .param("byName", by.name())
                        .update()
                == 1;
    }

    void addLine(
            UUID file,
            int number,
            String reference,
            String code,
            @Nullable Money amount,
            @Nullable UUID debit,
            Fate fate) {
        jdbc.sql("""
                        INSERT INTO debit.return_line (file_id, number, reference, code, amount_cents, collection_id, fate)
                        VALUES (:file, :number, :reference, :code, :amount, :debit, :fate)
                        """)
                .param("file", file)
                .param("number", number)
                .param("reference", reference)
                .param("code", code)
                .param("amount", amount == null ? null : amount.cents(), java.sql.Types.BIGINT)
                .param("debit", debit)
                .param("fate", fate.name())
                .update();
    }

    /// The latest first.
    List<ReturnFile> files() {
        return jdbc.sql("""
                        SELECT id, name, form, received_at, received_by_name FROM debit.return_file
                        ORDER BY received_at DESC, id DESC LIMIT :most
                        """)
                .param("most", SHOWN)
                .query((row, index) -> new ReturnFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("form"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("received_by_name")))
                .list();
    }

    /// Their lines, in the files' own order.
    List<Line> lines(List<UUID> files) {
        return jdbc.sql("""
                        SELECT l.*, c.agency_code, a.holder, m.tenant_number
                        FROM debit.return_line l
                        LEFT JOIN debit.collection c ON c.id = l.collection_id
                        LEFT JOIN debit.bank_account a ON a.id = c.bank_account_id
                        LEFT JOIN debit.mandate m ON m.id = c.mandate_id
                        WHERE l.file_id = ANY(:files) ORDER BY l.file_id, l.number
                        """)
                .param("files", files.toArray(UUID[]::new))
                .query((row, index) -> {
                    long cents = row.getLong("amount_cents");
                    Money amount = row.wasNull() ? null : Money.ofCents(cents);
                    return new Line(
                            row.getObject("file_id", UUID.class),
                            row.getString("reference"),
                            row.getString("code"),
                            amount,
                            Fate.valueOf(row.getString("fate")),
                            row.getString("holder"),
                            row.getString("tenant_number"),
                            row.getString("agency_code"));
                })
                .list();
    }
}
