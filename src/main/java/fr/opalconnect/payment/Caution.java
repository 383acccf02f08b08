package fr.opalconnect.payment;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.Coming;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why one is asked once more before paying: paying twice is the commonest fear.
///
/// @param payment the one that is meant, where there is a page of it
record Caution(
        Kind kind,
        Money amount,
        @Nullable Instant at,
        @Nullable Coming coming,
        @Nullable UUID payment) {
    enum Kind {
        /// The same sum was paid within hours.
        SAME_SUM,
        /// A direct debit leaves soon.
        DEBIT,
        /// Something else is on its way.
        ON_ITS_WAY,
        /// The bank has not said yet what became of a payment.
        PENDING,
        /// More than is owed.
        MORE_THAN_OWED
    }

    /// All there is to say before paying this amount; empty when nothing stands against it.
    ///
    /// @param amount null before one is chosen
    static List<Caution> before(
            @Nullable Money amount, AccountOverview account, List<Payment> payments, Duration sameSum, Instant now) {
        List<Caution> cautions = new ArrayList<>();
        for (Coming coming : account.coming()) {
            if (coming.isTakenBack()) {
                continue;
            }
            boolean same = coming.isTaken()
                    && coming.amount().equals(amount)
                    && coming.at().plus(sameSum).isAfter(now);
            Kind kind =
                    same ? Kind.SAME_SUM : coming.method() == Coming.Method.DIRECT_DEBIT ? Kind.DEBIT : Kind.ON_ITS_WAY;
            cautions.add(new Caution(kind, coming.amount(), coming.at(), coming, null));
        }
        payments.stream()
                .filter(payment -> payment.state() == PaymentState.SENT)
                .forEach(payment -> cautions.add(
                        new Caution(Kind.PENDING, payment.amount(), payment.begunAt(), null, payment.id())));
        Money owed = PayForm.all(account);
        if (amount != null && owed.isPositive() && amount.compareTo(owed) > 0) {
            cautions.add(new Caution(Kind.MORE_THAN_OWED, owed, null, null, null));
        }
        return cautions;
    }

    /// `Vous avez payé 412,37 € il y a 2 h.`
    String sentence(Texts t, Instant now) {
        return switch (kind) {
            case SAME_SUM -> t.say("payment.caution.same", t.money(amount), ago(t, now));
            case DEBIT, ON_ITS_WAY -> coming == null ? "" : coming.sentence(t);
            case PENDING -> t.say("payment.caution.pending", t.money(amount), ago(t, now));
            case MORE_THAN_OWED -> t.say("payment.caution.more", t.money(amount));
        };
    }

    private String ago(Texts t, Instant now) {
        Duration passed = Duration.between(at == null ? now : at, now);
        if (passed.toMinutes() < 1) {
            return t.say("payment.ago.now");
        }
        if (passed.toHours() < 1) {
            return t.say("payment.ago.minutes", passed.toMinutes());
        }
        return passed.toHours() < 48
                ? t.say("payment.ago.hours", passed.toHours())
                : t.say("payment.ago.days", passed.toDays());
    }
}
