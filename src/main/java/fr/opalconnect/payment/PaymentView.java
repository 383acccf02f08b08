package fr.opalconnect.payment;

import fr.opalconnect.account.Posted;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Where one payment stands.
///
/// @param posted   the entry that it became on the rent account; null while it is on its way
/// @param isBack   the browser has just come back from the bank
record PaymentView(Payment payment, @Nullable Posted posted, boolean isBack, Instant now) {
    boolean waits() {
        return payment.state().isOpen();
    }

    boolean isPaid() {
        return payment.state() == PaymentState.PAID;
    }

    boolean mayGoOn() {
        return payment.state() == PaymentState.SENT;
    }

    boolean mayTryAgain() {
        return !waits() && !isPaid();
    }

    Receipt receipt(Brand brand) {
        return new Receipt(payment, brand, payment.settledAt() == null ? payment.begunAt() : payment.settledAt());
    }

    static Tone tone(PaymentState state) {
        return switch (state) {
            case PAID -> Tone.GOOD;
            case BEGUN, SENT, RUNNING -> Tone.INFO;
            case REFUSED, REVERSED -> Tone.BAD;
            case ABANDONED, EXPIRED, UNOPENED -> Tone.WARN;
        };
    }

    /// `16:09`, which both languages read.
    static String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(Texts.ZONE));
    }

    /// `23 novembre 2026 à 16 h 09`
    static String when(Texts t, Instant at) {
        ZonedDateTime there = at.atZone(Texts.ZONE);
        return t.say("payment.at", t.longDay(there.toLocalDate()), t.time(there));
    }
}
