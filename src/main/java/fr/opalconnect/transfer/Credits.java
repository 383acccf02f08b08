package fr.opalconnect.transfer;

import fr.opalconnect.account.Coming;
import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.notification.Facts;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.notification.Notifications.News;
import fr.opalconnect.tenancy.Tenancies;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Money whose lease is known: the rent account expects it, and its holders are told that it has arrived.
@Component
class Credits {
    private final ComingPayments coming;
    private final Tenancies tenancies;
    private final Notifications notifications;

    Credits(ComingPayments coming, Tenancies tenancies, Notifications notifications) {
        this.coming = coming;
        this.tenancies = tenancies;
        this.notifications = notifications;
    }

    void expect(Line line, Coming money) {
        coming.expect(money);
        LeaseNumber lease = money.lease();
        Facts facts =
                Facts.of(money.reference(), "/compte").with(money.amount()).with(line.bookedOn());
        notifications.tell(
                Kind.PAYMENT_RECEIVED,
                tenancies.holders(lease).stream()
                        .map(holder -> new News(holder, facts))
                        .toList());
    }

    void withdraw(UUID match) {
        coming.withdraw(match);
    }

    void forgetTakenBack(UUID match) {
        coming.forgetTakenBack(match);
    }
}
