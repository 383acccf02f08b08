package fr.opalconnect.payment;

import fr.opalconnect.account.Coming;
import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.notification.Facts;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.ui.Texts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// What a step of a payment means for the rent account, and what its tenant is told of it; in the caller's transaction.
@Component
class Bookings {
    private final ComingPayments coming;
    private final Notifications notifications;
    private final CardRules rules;

    Bookings(ComingPayments coming, Notifications notifications, CardRules rules) {
        this.coming = coming;
        this.notifications = notifications;
        this.rules = rules;
    }

    void follow(Payment payment, PaymentState to, Instant now) {
        switch (to) {
            case PAID -> {
                coming.expect(money(payment, Coming.State.TAKEN, now));
                notifications.tell(
                        payment.tenant(),
                        Kind.PAYMENT_RECEIVED,
                        Facts.of(payment.reference(), "/paiement/" + payment.id())
                                .with(payment.amount())
                                .with(now.atZone(Texts.ZONE).toLocalDate()));
            }
            case RUNNING -> coming.expect(money(payment, Coming.State.RUNNING, now));
            case REFUSED, ABANDONED, EXPIRED, UNOPENED, REVERSED -> coming.withdraw(payment.id());
            case BEGUN, SENT -> {
                // nothing is on its way yet
            }
        }
    }

    private Coming money(Payment payment, Coming.State state, Instant now) {
        return new Coming(
                payment.id(),
                payment.lease(),
                Coming.Method.CARD,
                payment.amount(),
                payment.reference(),
                state,
                now,
                expectedOn(now));
    }

    private LocalDate expectedOn(Instant now) {
        LocalDate day = now.atZone(Texts.ZONE).toLocalDate().plusDays(rules.postingDays());
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
