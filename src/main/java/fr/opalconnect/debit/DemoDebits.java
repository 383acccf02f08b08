package fr.opalconnect.debit;

import fr.opalconnect.kernel.Iban;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.platform.CodeText;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives one of the demonstration's tenants a mandate, as if they had signed it a while ago.
@Component
@Profile("demo")
public class DemoDebits {
    private static final Iban INVENTED = new Iban("FR7619999000010000065432150");
    private static final Duration AGO = Duration.ofDays(100);

    private final MandateTable mandates;
    private final Tenancies tenancies;
    private final DebitSettings settings;
    private final Vault vault;
    private final TextBundles texts;
    private final InstantSource clock;

    DemoDebits(
            MandateTable mandates,
            Tenancies tenancies,
            DebitSettings settings,
            Vault vault,
            TextBundles texts,
            InstantSource clock) {
        this.mandates = mandates;
        this.tenancies = tenancies;
        this.settings = settings;
        this.vault = vault;
        this.texts = texts;
        this.clock = clock;
    }

    /// Somebody who starts the demo again finds the mandate as they left it.
    ///
    /// @param lease of a tenant; what is collected, its ERP says
    /// @return the mandate
    @Transactional
    public UUID moveIn(TenantNumber number, LeaseNumber lease) {
        List<Mandate> present = mandates.of(List.of(lease));
        if (!present.isEmpty()) {
            return present.getFirst().id();
        }
        Tenancy tenancy = Objects.requireNonNull(tenancies.find(number), "the cast has moved in");
        HeldLease held = Objects.requireNonNull(tenancy.lease(lease), "it is theirs");
        Phone phone = Objects.requireNonNull(tenancy.phone(), "a code went to it");
        Texts t = texts.in(CodeText.language(tenancy.language()));
        Instant then = clock.instant().minus(AGO);
        int day = settings.days().first();
        String rum = RumPattern.fill(
                settings.rum(), lease, number, then.atZone(Texts.ZONE).toLocalDate(), mandates.nextNumber());
        Wording wording =
                Wording.of(t, settings, rum, tenancy.fullName(), Drafting.address(held), INVENTED, day, false);
        UUID account = Ids.next(clock);
        BankAccount.Proof proof = new BankAccount.Proof(
                wording.text(),
                wording.hash(),
                t.language().code(),
                then,
                "Chrome|Android",
                phone.masked(),
                then.minusSeconds(40),
                then,
                0);
        UUID id = Ids.next(clock);
        mandates.add(
                new Mandate(
                        id,
                        rum,
                        lease,
                        number,
                        held.agencyCode(),
                        MandateState.ACTIVE,
                        day,
                        Drafting.address(held),
                        then,
                        null,
                        List.of(new BankAccount(
                                account,
                                tenancy.fullName(),
                                vault.seal(account, INVENTED),
                                INVENTED.masked(),
                                then.atZone(Texts.ZONE).toLocalDate(),
                                proof))),
                "tenant:" + number,
                then);
        return id;
    }
}
