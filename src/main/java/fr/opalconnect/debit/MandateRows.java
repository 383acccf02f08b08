package fr.opalconnect.debit;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.TenantNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads mandates, each with its bank accounts.
final class MandateRows {
    /// With a condition for `%s`.
    static final String SELECT = """
            SELECT m.*, a.id AS account_id, a.holder, a.iban_sealed, a.iban_masked, a.used_from, a.wording,
                   a.wording_sha256, a.language, a.signed_at AS account_signed_at, a.device, a.phone_masked,
                   a.code_sent_at, a.code_entered_at, a.wrong_tries
            FROM debit.mandate m JOIN debit.bank_account a ON a.mandate_id = m.id
            WHERE %s ORDER BY m.signed_at DESC, m.id, a.signed_at DESC, a.id DESC
            """;

    private MandateRows() {}

    static @Nullable Mandate one(JdbcClient.StatementSpec statement) {
        List<Mandate> all = all(statement);
        return all.isEmpty() ? null : all.getFirst();
    }

    static List<Mandate> all(JdbcClient.StatementSpec statement) {
        List<Mandate> all = new ArrayList<>();
        statement.query(row -> {
            Mandate one = read(row);
            if (all.isEmpty() || !all.getLast().id().equals(one.id())) {
                all.add(one);
            } else {
                Mandate begun = all.removeLast();
                List<BankAccount> accounts = new ArrayList<>(begun.accounts());
                accounts.addAll(one.accounts());
                all.add(begun.with(accounts));
            }
        });
        return all;
    }

    private static Mandate read(ResultSet row) throws SQLException {
        return new Mandate(
                row.getObject("id", UUID.class),
                row.getString("rum"),
                new LeaseNumber(row.getString("lease_number")),
                new TenantNumber(row.getString("tenant_number")),
                row.getString("agency_code"),
                MandateState.valueOf(row.getString("state")),
                row.getInt("debit_day"),
                row.getString("address"),
                instant(row, "signed_at"),
                row.getObject("used_on", LocalDate.class),
                List.of(account(row)));
    }

    private static BankAccount account(ResultSet row) throws SQLException {
        return new BankAccount(
                row.getObject("account_id", UUID.class),
                row.getString("holder"),
                row.getBytes("iban_sealed"),
                row.getString("iban_masked"),
                row.getObject("used_from", LocalDate.class),
                new BankAccount.Proof(
                        row.getString("wording"),
                        row.getBytes("wording_sha256"),
                        row.getString("language"),
                        instant(row, "account_signed_at"),
                        row.getString("device"),
                        row.getString("phone_masked"),
                        instant(row, "code_sent_at"),
                        instant(row, "code_entered_at"),
                        row.getInt("wrong_tries")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
