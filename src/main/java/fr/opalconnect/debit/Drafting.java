package fr.opalconnect.debit;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes of what was typed the text that is signed.
@Component
class Drafting {
    private final MandateTable mandates;
    private final Vault vault;
    private final DebitSettings settings;
    private final TextBundles texts;

    Drafting(MandateTable mandates, Vault vault, DebitSettings settings, TextBundles texts) {
        this.mandates = mandates;
        this.vault = vault;
        this.settings = settings;
        this.texts = texts;
    }

    /// What is signed is in French, or in English: a translation that nobody has checked binds nobody.
    ///
    /// @param present  the mandate whose account changes; null for a new one
    /// @param language of the pages
    Signing write(
            SignedInTenant who,
            Tenancy tenancy,
            Signatures.Draft draft,
            @Nullable Mandate present,
            Locale language,
            Instant now) {
        UUID id = Ids.next(InstantSource.fixed(now));
        Locale binding = Language.of(language).onPaper().locale();
        String rum = present != null
                ? present.rum()
                : RumPattern.fill(
                        settings.rum(),
                        who.lease(),
                        who.number(),
                        now.atZone(Texts.ZONE).toLocalDate(),
                        mandates.nextNumber());
        int day = present == null ? draft.day() : present.day();
        Wording wording = Wording.of(
                texts.in(binding),
                settings,
                rum,
                draft.holder(),
                address(lease(who, tenancy)),
                draft.iban(),
                day,
                present != null);
        return new Signing(
                id,
                who.session(),
                who.number(),
                who.lease(),
                present == null ? null : present.id(),
                rum,
                draft.holder(),
                vault.seal(id, draft.iban()),
                draft.iban().masked(),
                day,
                binding,
                wording,
                now,
                0,
                null,
                0,
                null);
    }

    /// What was typed, as it stood: to be corrected.
    Signatures.Draft typed(Signing signing) {
        return new Signatures.Draft(vault.open(signing.id(), signing.sealed()), signing.holder(), signing.day());
    }

    static HeldLease lease(SignedInTenant who, Tenancy tenancy) {
        return Objects.requireNonNull(tenancy.lease(who.lease()), "the session holds a lease of the tenant");
    }

    /// `12 rue des Tilleuls, 02000 Laon`
    static String address(HeldLease lease) {
        return "%s, %s %s".formatted(lease.address(), lease.postcode(), lease.city());
    }
}
