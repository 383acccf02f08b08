package fr.opalconnect.debit;

import fr.opalconnect.kernel.Iban;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Code;
import fr.opalconnect.platform.CodeText;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signing by a code that goes to the number on file: what was typed becomes words to read, a code is sent, and
/// entered.
@Component
class Signatures {
    /// What somebody typed, checked.
    record Draft(Iban iban, String holder, int day) {}

    /// What came of asking for a code.
    sealed interface Sent {
        record Gone() implements Sent {}

        /// @param at when it may be asked for; null when there will be no more
        record NotYet(@Nullable Instant at) implements Sent {}

        record TooMany(Instant until) implements Sent {}

        /// There is nothing to sign, or nobody to send it to.
        record NotNow() implements Sent {}
    }

    /// What came of a typed code.
    sealed interface Entered {
        /// @param change whether the account of a mandate changed
        record Signed(boolean change) implements Entered {}

        /// @param left how often a code may still be tried
        record Wrong(int left) implements Entered {}

        /// All codes are too old, or were tried too often.
        record NoLivingCode() implements Entered {}

        record TooMany(Instant until) implements Entered {}

        record NotNow() implements Entered {}
    }

    private final SigningTable signings;
    private final SigningCodes codes;
    private final Drafting drafting;
    private final Mandates mandates;
    private final Limits limits;
    private final InstantSource clock;

    Signatures(
            SigningTable signings,
            SigningCodes codes,
            Drafting drafting,
            Mandates mandates,
            Limits limits,
            InstantSource clock) {
        this.signings = signings;
        this.codes = codes;
        this.drafting = drafting;
        this.mandates = mandates;
        this.limits = limits;
        this.clock = clock;
    }

    /// Writes the mandate out, to be read and signed.
    ///
    /// @param change the account of the mandate that there is, instead of a new mandate
    /// @return false when too many were begun, or there is none to change
    @Transactional
    boolean begin(SignedInTenant who, Tenancy tenancy, Draft draft, boolean change, Locale language) {
        if (limits.spend(Limit.SIGNING_PER_TENANT, who.number().value()) instanceof Limits.Answer.Refused) {
            return false;
        }
        Mandate present = change ? mandates.own(who) : null;
        if (change && present == null) {
            return false; // it ended in another tab
        }
        signings.add(drafting.write(who, tenancy, draft, present, language, clock.instant()));
        return true;
    }

    /// What this session is signing; null when there is nothing, or it took too long.
    @Nullable
    Signing current(SignedInTenant who) {
        Signing signing = signings.latest(who, false);
        return signing != null && signing.isOpen(clock.instant()) ? signing : null;
    }

    /// What this session typed for what it is signing; null when there is nothing of the kind.
    @Nullable
    Draft typed(SignedInTenant who, boolean change) {
        Signing signing = current(who);
        return signing == null || signing.isChange() != change ? null : drafting.typed(signing);
    }

    /// What became of the latest code; null when there is nothing to say.
    @Nullable
    CodeSent codeOf(SignedInTenant who) {
        Signing signing = current(who);
        return signing == null ? null : codes.sent(signing.id());
    }

    @Transactional
    Sent send(SignedInTenant who, Tenancy tenancy) {
        Signing signing = signings.latest(who, true);
        Phone phone = tenancy.phone();
        Instant now = clock.instant();
        if (signing == null || !signing.isOpen(now) || phone == null || !codes.reach(phone)) {
            return new Sent.NotNow();
        }
        Instant next = signing.nextSendAt();
        if (next == null || now.isBefore(next)) {
            return new Sent.NotYet(next);
        }
        if (limits.spend(Limit.CODE_PER_PHONE, phone.e164()) instanceof Limits.Answer.Refused refused) {
            return new Sent.TooMany(refused.until());
        }
        codes.send(signing.id(), phone, CodeText.language(tenancy.language()), now);
        return new Sent.Gone();
    }

    /// @param device `Chrome|Android`
    @Transactional
    Entered enter(SignedInTenant who, Tenancy tenancy, Code typed, String device) {
        Signing signing = signings.latest(who, true);
        Instant now = clock.instant();
        if (signing == null || !signing.isOpen(now)) {
            return new Entered.NotNow();
        }
        if (limits.spend(Limit.SIGNING_TRIES_PER_TENANT, who.number().value())
                instanceof Limits.Answer.Refused refused) {
            return new Entered.TooMany(refused.until());
        }
        SigningCodes.Tried tried = codes.tryOut(signing.id(), typed, now);
        if (tried.sentAt() == null) {
            return tried.left() == 0 ? new Entered.NoLivingCode() : new Entered.Wrong(tried.left());
        }
        signings.end(signing.id(), now);
        BankAccount.Proof proof = new BankAccount.Proof(
                signing.wording().text(),
                signing.wording().hash(),
                Language.of(signing.language()).code(),
                now,
                device,
                Objects.requireNonNull(tenancy.phone(), "a code went to it").masked(),
                tried.sentAt(),
                now,
                signing.wrongTries());
        return mandates.sign(who, tenancy, signing, proof)
                ? new Entered.Signed(signing.isChange())
                : new Entered.NotNow();
    }
}
