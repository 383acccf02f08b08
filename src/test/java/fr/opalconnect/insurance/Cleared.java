package fr.opalconnect.insurance;

import fr.opalconnect.Emptied;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Nobody has sent a certificate yet.
final class Cleared {
    private Cleared() {}

    static void all(ApplicationContext program) {
        JdbcClient jdbc = program.getBean(JdbcClient.class);
        Emptied.by(jdbc, "TRUNCATE insurance.certificate, insurance.step, insurance.reminder");
        Emptied.by(jdbc, "DELETE FROM platform.rate_limit");
        program.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> program.getBean(Covers.class).forget());
    }
}
