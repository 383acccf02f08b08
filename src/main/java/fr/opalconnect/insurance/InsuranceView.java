package fr.opalconnect.insurance;

import fr.opalconnect.attachment.Attachment;
import fr.opalconnect.attachment.Joined;
import fr.opalconnect.insurance.Cover.Standing;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.ui.Mistakes;
import fr.opalconnect.ui.Texts;
import fr.opalconnect.ui.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What 'Assurance habitation' shows.
///
/// @param asked    whether a proof is asked for this lease
/// @param standing how it stands today
/// @param files    the pages of one's own certificates
/// @param read     the dates in the form were read in the file
/// @param sent     a certificate was just sent
record InsuranceView(
        SignedInTenant who,
        boolean asked,
        Cover cover,
        Standing standing,
        List<Certificate> certificates,
        Map<UUID, Attachment> files,
        Typed typed,
        Joined joined,
        boolean read,
        boolean sent,
        int validity,
        Mistakes mistakes) {
    /// What was taken back needs no line of its own.
    List<Certificate> shown() {
        return certificates.stream()
                .filter(one -> one.state() != CertificateState.WITHDRAWN)
                .limit(6)
                .toList();
    }

    List<Attachment> pieces(Certificate one) {
        return Certificates.isTheirs(who, one)
                ? one.pieces().stream()
                        .filter(files::containsKey)
                        .map(files::get)
                        .toList()
                : List.of();
    }

    boolean mayWithdraw(Certificate one) {
        return one.state() == CertificateState.SENT && Certificates.isTheirs(who, one);
    }

    /// Why the latest was refused.
    @Nullable
    String refusal(Texts t) {
        return certificates.stream()
                .filter(one -> one.state() == CertificateState.REFUSED)
                .findFirst()
                .map(one -> reason(t, one.reason()))
                .orElse(null);
    }

    /// The sentence of a ready reason, else the words that somebody wrote.
    static @Nullable String reason(Texts t, @Nullable String reason) {
        Reason ready = reason == null ? null : Reason.of(reason);
        return ready == null ? reason : t.say(ready.sentenceKey());
    }

    static Tone tone(Standing standing) {
        return switch (standing) {
            case COVERED -> Tone.GOOD;
            case TO_CHECK -> Tone.INFO;
            default -> Tone.WARN;
        };
    }

    String sentence(Texts t) {
        LocalDate until = cover.until();
        return until == null
                ? t.say(standing.textKey() + ".what")
                : switch (standing) {
                    case COVERED, ENDING, ENDED -> t.say(standing.textKey() + ".what", t.longDay(until));
                    default -> t.say(standing.textKey() + ".what");
                };
    }
}
