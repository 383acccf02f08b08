package fr.opalconnect.tenancy;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something in the contact details that somebody says is wrong: a task for the agency.
///
/// @param details what they wrote; null when they only pressed a button
/// @param doneBy  the name of who dealt with it, as it was then
public record ContactRequest(
        UUID id,
        Instant askedAt,
        Reason reason,
        @Nullable String details,
        State state,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {
    public enum Reason {
        /// 'Ce n'est pas mon numéro', at activation.
        NOT_MY_NUMBER,
        /// The agency holds no mobile number.
        NO_MOBILE,
        /// 'Signaler une erreur', in the profile.
        DETAILS_WRONG
    }

    public enum State {
        OPEN,
        DONE
    }

    /// `demandé lundi 23 novembre, corrigé mardi 24 novembre`
    String course(Texts t) {
        return doneAt == null
                ? t.say("tenancy.details.requests.asked", day(t, askedAt))
                : t.say("tenancy.details.requests.corrected", day(t, askedAt), day(t, doneAt));
    }

    private static String day(Texts t, Instant at) {
        LocalDate date = at.atZone(Texts.ZONE).toLocalDate();
        return t.weekday(date);
    }
}
