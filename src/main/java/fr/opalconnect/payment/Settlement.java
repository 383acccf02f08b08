package fr.opalconnect.payment;

import fr.opalconnect.payment.ProviderMessageTable.Handled;
import fr.opalconnect.payment.provider.Finding;
import fr.opalconnect.platform.Live;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes what a provider found to the payment, and what follows from it to the rent account, in one transaction.
@Component
class Settlement {
    private final PaymentTable payments;
    private final ProviderMessageTable messages;
    private final Bookings bookings;
    private final Live live;
    private final InstantSource clock;

    Settlement(
            PaymentTable payments, ProviderMessageTable messages, Bookings bookings, Live live, InstantSource clock) {
        this.payments = payments;
        this.messages = messages;
        this.bookings = bookings;
        this.live = live;
        this.clock = clock;
    }

    /// What a provider says in one of its messages.
    record Heard(long message, Finding finding) {}

    /// Judges what a provider says, one after the other, takes the steps that follow, and writes down what became of
    /// each message.
    ///
    /// @param all at least one
    /// @return in their order
    @Transactional
    List<Verdict> settle(String provider, boolean test, List<Heard> all) {
        Map<String, Payment> locked = new HashMap<>(payments.lock(
                provider, all.stream().map(each -> each.finding().reference()).toList()));
        Instant now = clock.instant();
        List<Handled> handled = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        for (Heard heard : all) {
            Finding finding = heard.finding();
            Payment payment = locked.get(finding.reference());
            if (payment == null) {
                handled.add(new Handled(heard.message(), null, Verdict.FOREIGN, finding.detail()));
                continue;
            }
            Judgement judgement = Judgement.of(payment, finding, test);
            if (judgement.verdict() == Verdict.SECOND_CHARGE) {
                handled.add(secondCharge(heard, payment, handled));
                continue;
            }
            if (judgement.to() != null) {
                Because why = because(judgement, heard);
                if (take(payment, judgement.to(), why, now)) {
                    locked.put(finding.reference(), payment.at(judgement.to(), why.transaction(), now));
                    moved.add(payment.topic());
                }
            }
            handled.add(new Handled(heard.message(), payment.id(), judgement.verdict(), judgement.why()));
        }
        messages.handled(handled, now);
        tellAfterwards(moved);
        return handled.stream().map(Handled::verdict).toList();
    }

    /// To be given back once, however often the provider tells of it.
    private Handled secondCharge(Heard heard, Payment payment, List<Handled> sofar) {
        String transaction = heard.finding().transaction();
        boolean known = messages.isKnownCharge(payment.id(), transaction)
                || sofar.stream()
                        .anyMatch(
                                each -> payment.id().equals(each.payment()) && transaction.equals(each.transaction()));
        Verdict verdict = known ? Verdict.KNOWN : Verdict.SECOND_CHARGE;
        String detail = heard.finding().detail();
        return new Handled(heard.message(), payment.id(), verdict, detail, known ? null : transaction);
    }

    private static Because because(Judgement judgement, Heard heard) {
        String transaction =
                judgement.to() == PaymentState.PAID ? heard.finding().transaction() : "";
        return new Because(judgement.why(), heard.message(), transaction.isEmpty() ? null : transaction);
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
        Payment there =
                payments.lock(payment.provider(), List.of(payment.reference())).get(payment.reference());
        if (there == null || there.state() != payment.state() || !take(there, to, new Because(why), clock.instant())) {
            return false;
        }
        if (to != PaymentState.SENT) { // whoever goes to the bank has no page open here
            tellAfterwards(List.of(payment.topic()));
        }
        return true;
    }

    private boolean take(Payment payment, PaymentState to, Because why, Instant now) {
        if (!payments.move(payment, to, why, now)) {
            return false;
        }
        bookings.follow(payment, to, now);
        return true;
    }

    /// Not in the transaction: all that tell would wait for each other's commits. A page that was not told is still
    /// right when it is looked at.
    private void tellAfterwards(List<String> topics) {
        if (topics.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("tell of payments").start(() -> live.tell(topics.toArray(String[]::new)));
            }
        });
    }
}
