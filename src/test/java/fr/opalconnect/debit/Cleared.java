package fr.opalconnect.debit;

import fr.opalconnect.Emptied;
import org.springframework.jdbc.core.simple.JdbcClient;

/// No mandates, nothing collected: tests share a database.
final class Cleared {
    private Cleared() {}

    static void all(JdbcClient jdbc) {
        Emptied.by(jdbc, """
                        TRUNCATE debit.return_line, debit.return_file, debit.collection_step, debit.collection,
                                 debit.bank_file, debit.signing_code, debit.signing, debit.bank_account,
                                 debit.mandate_step, debit.mandate
                        """);
        Emptied.by(jdbc, "DELETE FROM account.coming_payment WHERE method = 'DIRECT_DEBIT'");
        Emptied.by(jdbc, "DELETE FROM platform.rate_limit");
    }
}
