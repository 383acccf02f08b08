package fr.opalconnect.debit;

import fr.opalconnect.debit.MandateState.Act;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.notification.Kind;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The mandates of rent accounts: signed, suspended for once, moved to another bank account, ended.
@Component
class Mandates {
    /// The scheme's rule: a mandate that was not used for so long is none any more.
    static final int LAPSES_AFTER_MONTHS = 36;

    private final MandateTable table;
    private final DirectDebits debits;
    private final Vault vault;
    private final DebitSettings settings;
    private final MandateNews news;
    private final InstantSource clock;

    Mandates(
            MandateTable table,
            DirectDebits debits,
            Vault vault,
            DebitSettings settings,
            MandateNews news,
            InstantSource clock) {
        this.table = table;
        this.debits = debits;
        this.vault = vault;
        this.settings = settings;
        this.news = news;
        this.clock = clock;
    }

    /// The mandate of the lease that is looked at, whoever of its holders signed it; null when none lives.
    @Nullable
    Mandate living(SignedInTenant who) {
        return table.living(who.lease());
    }

    /// The same when they have signed it themselves: nobody else may change it.
    @Nullable
    Mandate own(SignedInTenant who) {
        Mandate living = table.living(who.lease());
        return living != null && living.tenant().equals(who.number()) ? living : null;
    }

    /// One that they have signed, living or not.
    @Nullable
    Mandate find(SignedInTenant who, UUID id) {
        Mandate mandate = table.find(id);
        return mandate != null
                        && mandate.tenant().equals(who.number())
                        && who.leases().contains(mandate.lease())
                ? mandate
                : null;
    }

    /// All of this lease that they have signed, the newest first.
    List<Mandate> of(SignedInTenant who) {
        return table.of(List.of(who.lease())).stream()
                .filter(mandate -> mandate.tenant().equals(who.number()))
                .toList();
    }

    /// For the office: all of these leases, whoever signed them, the newest first.
    List<TenantMandatesView.Sheet> ofLeases(List<LeaseNumber> leases) {
        return table.of(leases).stream()
                .map(mandate -> new TenantMandatesView.Sheet(mandate, debitsOf(mandate), stepsOf(mandate)))
                .toList();
    }

    /// Its collections, the latest first.
    List<DirectDebit> debitsOf(Mandate mandate) {
        return debits.of(mandate.id());
    }

    /// What happened to it, the latest first.
    List<MandateView.Step> stepsOf(Mandate mandate) {
        return table.steps(mandate.id());
    }

    /// What was read is signed now. Part of the caller's transaction.
    ///
    /// @return false when there is another mandate by now, or the one to change is gone
    boolean sign(SignedInTenant who, Tenancy tenancy, Signing signing, BankAccount.Proof proof) {
        return signing.mandate() == null
                ? make(who, tenancy, signing, proof)
                : change(who, signing.mandate(), signing, proof);
    }

    private boolean make(SignedInTenant who, Tenancy tenancy, Signing signing, BankAccount.Proof proof) {
        if (!settings.offered() || !table.isFree(who.lease())) {
            return false;
        }
        Instant now = clock.instant();
        HeldLease lease = Drafting.lease(who, tenancy);
        Mandate mandate = new Mandate(
                Ids.next(clock),
                signing.rum(),
                who.lease(),
                who.number(),
                lease.agencyCode(),
                MandateState.ACTIVE,
                signing.day(),
                Drafting.address(lease),
                now,
                null,
                List.of(account(signing, proof, today(now))));
        table.add(mandate, news.actor(who), now);
        news.tell(who, mandate.id(), "signed a mandate", Kind.MANDATE_SIGNED);
        return true;
    }

    private boolean change(SignedInTenant who, UUID id, Signing signing, BankAccount.Proof proof) {
        Mandate mandate = table.lock(id);
        if (mandate == null || !mandate.tenant().equals(who.number())) {
            return false;
        }
        Instant now = clock.instant();
        // A mandate that the bank has stopped has no account to wait on.
        boolean atOnce = mandate.state() == MandateState.STOPPED;
        LocalDate from = atOnce ? today(now) : today(now).plusDays(settings.accountChange());
        if (!step(mandate, Act.CHANGE_ACCOUNT, news.actor(who), null)) {
            return false;
        }
        table.addAccount(mandate.id(), account(signing, proof, from));
        news.tell(who, mandate.id(), "changed the account of a mandate", Kind.MANDATE_CHANGED);
        return true;
    }

    private BankAccount account(Signing signing, BankAccount.Proof proof, LocalDate from) {
        UUID id = Ids.next(clock);
        byte[] sealed = vault.seal(id, vault.open(signing.id(), signing.sealed()));
        return new BankAccount(id, signing.holder(), sealed, signing.masked(), from, proof);
    }

    /// The next collection is left out: the one announced, else the one that would be.
    @Transactional
    boolean suspend(SignedInTenant who) {
        Mandate mandate = lockedOwn(who);
        if (mandate == null || !step(mandate, Act.SUSPEND, news.actor(who), null)) {
            return false;
        }
        if (debits.leaveOutAll(mandate.id(), LeftOut.SUSPENDED, news.actor(who)) > 0) {
            skip(mandate.id());
        }
        news.note(who, "suspended a mandate");
        return true;
    }

    @Transactional
    boolean resume(SignedInTenant who) {
        Mandate mandate = lockedOwn(who);
        return mandate != null && step(mandate, Act.RESUME, news.actor(who), null);
    }

    @Transactional
    boolean end(SignedInTenant who) {
        Mandate mandate = lockedOwn(who);
        if (mandate == null || !step(mandate, Act.END, news.actor(who), null)) {
            return false;
        }
        debits.leaveOutAll(mandate.id(), LeftOut.ENDED, news.actor(who));
        news.tell(who, mandate.id(), "ended a mandate", Kind.MANDATE_ENDED);
        return true;
    }

    /// The suspended collection was left out: from now on as before.
    @Transactional
    void skip(UUID id) {
        Mandate mandate = table.lock(id);
        if (mandate != null) {
            step(mandate, Act.SKIP, "job", null);
        }
    }

    /// The bank says that it does not debit that account.
    ///
    /// @param code the bank's
    @Transactional
    void stop(UUID id, String code, String actor) {
        Mandate mandate = table.lock(id);
        if (mandate != null && step(mandate, Act.STOP, actor, code)) {
            debits.leaveOutAll(id, LeftOut.STOPPED, actor);
        }
    }

    /// Ends those that were not used for 36 months.
    @Transactional
    void lapse() {
        LocalDate since = today(clock.instant()).minusMonths(LAPSES_AFTER_MONTHS);
        for (UUID id : table.unusedSince(since)) {
            Mandate mandate = table.lock(id);
            if (mandate != null && step(mandate, Act.LAPSE, "job", null)) {
                debits.leaveOutAll(id, LeftOut.ENDED, "job");
            }
        }
    }

    private @Nullable Mandate lockedOwn(SignedInTenant who) {
        Mandate own = own(who);
        return own == null ? null : table.lock(own.id());
    }

    private boolean step(Mandate mandate, Act act, String actor, @Nullable String detail) {
        MandateState to = MandateState.after(act, mandate.state());
        if (to == null) {
            return false;
        }
        table.move(mandate, act, to, actor, detail, clock.instant());
        return true;
    }

    private static LocalDate today(Instant now) {
        return now.atZone(Texts.ZONE).toLocalDate();
    }
}
