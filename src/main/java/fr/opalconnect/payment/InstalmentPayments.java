package fr.opalconnect.payment;

import fr.opalconnect.kernel.LeaseNumber;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which instalments of a repayment plan were paid by card, as somebody chose to.
@Component
public class InstalmentPayments {
    private final JdbcClient jdbc;

    InstalmentPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<UUID> paid(LeaseNumber lease, Collection<UUID> instalments) {
        return new HashSet<>(jdbc.sql("""
                        SELECT DISTINCT instalment FROM payment.payment
                        WHERE lease_number = :lease AND instalment = ANY(:instalments) AND state = 'PAID'
                        """)
                .param("lease", lease.value())
                .param("instalments", instalments.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
