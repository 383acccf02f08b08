package fr.opalconnect.payment;

import fr.opalconnect.account.Coming;
import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.payment.provider.Finding;
import fr.opalconnect.platform.Live;
import fr.opalconnect.ui.Texts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes what a provider found to the payment, and what follows from it to the rent account, in one transaction.
@Component
class Settlement {
    private final PaymentTable payments;
    private final ProviderMessageTable messages;
    private final ComingPayments coming;
    private final Live live;
    private final CardRules rules;
    private final InstantSource clock;

    Settlement(
            PaymentTable payments,
            ProviderMessageTable messages,
            ComingPayments coming,
            Live live,
            CardRules rules,
            InstantSource clock) {
        this.payments = payments;
        this.messages = messages;
        this.coming = coming;
        this.live = live;
        this.rules = rules;
        this.clock = clock;
    }

    /// @param message in which the provider said so; its verdict is written down
    @Transactional
    Verdict settle(String provider, Finding finding, boolean test, long message) {
        Payment payment = payments.lock(provider, finding.reference());
        Instant now = clock.instant();
        if (payment == null) {
            messages.handled(message, null, Verdict.FOREIGN, finding.detail(), now);
            return Verdict.FOREIGN;
        }
        Judgement judgement = Judgement.of(payment, finding, test);
        if (judgement.to() != null) {
            String transaction = judgement.to() == PaymentState.PAID
                            && !finding.transaction().isEmpty()
                    ? finding.transaction()
                    : null;
            take(payment, judgement.to(), new Because(judgement.why(), message, transaction), now);
        }
        messages.handled(message, payment.id(), judgement.verdict(), judgement.why(), now);
        return judgement.verdict();
    }

    /// The browser goes to the bank now.
    @Transactional
    void sent(Payment payment, String providerReference, String checkout) {
        payments.announced(payment.id(), providerReference, checkout);
        step(payment, PaymentState.SENT, "sent to the bank");
    }

    /// A step that no message is the reason of.
    ///
    /// @return false when it does not stand there any more
    @Transactional
    boolean step(Payment payment, PaymentState to, String why) {
        Payment now = payments.lock(payment.provider(), payment.reference());
        return now != null && now.state() == payment.state() && take(now, to, new Because(why), clock.instant());
    }

    private boolean take(Payment payment, PaymentState to, Because why, Instant now) {
        if (!payments.move(payment, to, why, now)) {
            return false;
        }
        switch (to) {
            case PAID -> coming.expect(money(payment, Coming.State.TAKEN, now));
            case RUNNING -> coming.expect(money(payment, Coming.State.RUNNING, now));
            case REFUSED, ABANDONED, EXPIRED, UNOPENED, REVERSED -> coming.withdraw(payment.id());
            case BEGUN, SENT -> {
                // nothing is on its way yet
            }
        }
        if (to != PaymentState.SENT) { // whoever goes to the bank has no page open here
            tellAfterwards(payment.topic());
        }
        return true;
    }

    /// Not in the transaction: all that tell would wait for each other's commits. A page that was not told is still
    /// right when it is looked at.
    private void tellAfterwards(String topic) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("tell of a payment").start(() -> live.tell(topic));
            }
        });
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
