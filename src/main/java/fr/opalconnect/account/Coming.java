package fr.opalconnect.account;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/// Money that is on its way to a rent account, while the ERP has no entry of it yet.
///
/// @param id         of the payment, the collection or the statement line that it comes from
/// @param amount     positive
/// @param reference  what the ERP will give back as `reference_paiement`
/// @param at         when it was paid, or announced
/// @param expectedOn about when the ERP's entry should be there; of an announced debit the day on which it leaves; of
///                   what was taken back the day of that
public record Coming(
        UUID id,
        LeaseNumber lease,
        Method method,
        Money amount,
        String reference,
        State state,
        Instant at,
        LocalDate expectedOn) {
    public enum Method {
        CARD,
        DIRECT_DEBIT,
        TRANSFER
    }

    public enum State {
        /// A collection that will leave on the day it is expected.
        ANNOUNCED,
        /// The bank has not confirmed it yet.
        RUNNING,
        /// Paid.
        TAKEN,
        /// The bank took it back: said for a while, and counted no more.
        TAKEN_BACK
    }

    public Coming {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("nothing is on its way");
        }
    }

    public boolean isTaken() {
        return state == State.TAKEN;
    }

    public boolean isAnnouncedDebit() {
        return method == Method.DIRECT_DEBIT && state == State.ANNOUNCED;
    }

    public boolean isTakenBack() {
        return state == State.TAKEN_BACK;
    }

    /// The sign beside its sentence.
    String icon() {
        return switch (state) {
            case TAKEN -> "good";
            case TAKEN_BACK -> "warn";
            case ANNOUNCED, RUNNING -> "clock";
        };
    }

    /// `Paiement de 412,37 € vu, arrive vers le 12 mai`
    public String sentence(Texts t) {
        if (isTakenBack()) {
            return t.say("account.coming.taken-back", t.money(amount), t.day(expectedOn));
        }
        return t.say(
                "account.coming." + method.name().toLowerCase(Locale.ROOT).replace('_', '-') + "."
                        + state.name().toLowerCase(Locale.ROOT),
                t.money(amount),
                t.day(expectedOn));
    }
}
