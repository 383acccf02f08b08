package fr.opalconnect.debit;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.Notifications;
import fr.opalconnect.notification.Notifications.Outcome;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.CodeText;
import fr.opalconnect.platform.Secrets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The codes that sign: sent, kept as keyed hashes, tried.
@Component
class SigningCodes {
    /// What came of trying one.
    ///
    /// @param sentAt when the code was sent that it is; null when it is none
    /// @param left   how often a living code may still be tried
    record Tried(@Nullable Instant sentAt, int left) {}

    private final SigningTable signings;
    private final Notifications notifications;
    private final CodeText texts;
    private final Secrets secrets;

    SigningCodes(SigningTable signings, Notifications notifications, CodeText texts, Secrets secrets) {
        this.signings = signings;
        this.notifications = notifications;
        this.texts = texts;
        this.secrets = secrets;
    }

    boolean reach(@Nullable Phone phone) {
        return notifications.canText() && notifications.reaches(phone);
    }

    /// A new code beside those that still live.
    void send(UUID signing, Phone to, Locale language, Instant now) {
        Code code = Code.fresh();
        int number = signings.countSend(signing, now);
        UUID delivery = notifications.code(to, texts.of("debit.sms.code", code, language), now.plus(Code.LIFE));
        signings.addCode(signing, number, hash(signing, code), delivery, now);
    }

    /// What became of the latest one; null when none was sent, or it is not known any more.
    @Nullable
    CodeSent sent(UUID signing) {
        UUID delivery = signings.lastDelivery(signing);
        Outcome outcome = delivery == null ? null : notifications.outcome(delivery);
        return delivery == null || outcome == null ? null : new CodeSent(Notifications.topic(delivery), outcome);
    }

    Tried tryOut(UUID signing, Code typed, Instant now) {
        List<SigningTable.KeptCode> living = signings.spendTry(signing, now);
        byte[] hash = hash(signing, typed);
        Instant sentAt = null;
        int left = 0;
        for (SigningTable.KeptCode code : living) {
            if (MessageDigest.isEqual(code.hash(), hash)) {
                sentAt = code.sentAt();
            }
            left = Math.max(left, code.left());
        }
        if (sentAt == null) {
            signings.countWrong(signing);
        }
        return new Tried(sentAt, left);
    }

    private byte[] hash(UUID signing, Code code) {
        return secrets.mac("signing-codes", signing + "\n" + code.digits());
    }
}
