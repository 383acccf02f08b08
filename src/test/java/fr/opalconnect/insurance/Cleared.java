package fr.opalconnect.insurance;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Nobody has sent a certificate yet.
final class Cleared {
    private Cleared() {}

    static void all(ApplicationContext program) {
        program.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            JdbcClient jdbc = program.getBean(JdbcClient.class);
            jdbc.sql("TRUNCATE insurance.certificate, insurance.step, insurance.reminder")
                    .update();
            jdbc.sql("DELETE FROM platform.rate_limit").update();
            program.getBean(Covers.class).forget();
        });
    }
}
