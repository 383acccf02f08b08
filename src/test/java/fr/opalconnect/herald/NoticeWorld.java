package fr.opalconnect.herald;

import fr.opalconnect.kernel.LeaseNumber;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A landlord with one rent notice, the latest of a lease; whatever is done there is undone.
record NoticeWorld(ApplicationContext program, LeaseNumber lease) {
    void where(LocalDate due, LocalDate issued, Runnable test) {
        program.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc().sql("UPDATE account.rent_notice SET closed_at = now() WHERE closed_at IS NULL AND id <> :id")
                    .param("id", notice())
                    .update();
            jdbc().sql("UPDATE account.rent_notice SET due_on = :due, issued_on = :issued WHERE id = :id")
                    .param("due", due)
                    .param("issued", issued)
                    .param("id", notice())
                    .update();
            paidBy("VIREMENT");
            test.run();
            status.setRollbackOnly();
        });
    }

    void paidBy(String method) {
        jdbc().sql("UPDATE tenancy.lease SET payment_method = :method WHERE number = :lease")
                .param("method", method)
                .param("lease", lease.value())
                .update();
    }

    /// A number of the account, in cents.
    long cents(String sql) {
        return jdbc().sql(sql)
                .param("lease", lease.value())
                .param("notice", notice())
                .query(Long.class)
                .single();
    }

    private String notice() {
        return jdbc().sql(
                        "SELECT id FROM account.rent_notice WHERE lease_number = :lease ORDER BY period DESC, id LIMIT 1")
                .param("lease", lease.value())
                .query(String.class)
                .single();
    }

    JdbcClient jdbc() {
        return program.getBean(JdbcClient.class);
    }
}
