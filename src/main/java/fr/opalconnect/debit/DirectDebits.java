package fr.opalconnect.debit;

import fr.opalconnect.account.Coming;
import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.debit.DebitState.Act;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInStaff;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What happens to a collection, and what the rent account is told of it in the same transaction.
@Component
class DirectDebits {
    private final DirectDebitTable table;
    private final MandateTable mandates;
    private final ComingPayments coming;
    private final MandateNews news;
    private final InstantSource clock;

    DirectDebits(
            DirectDebitTable table,
            MandateTable mandates,
            ComingPayments coming,
            MandateNews news,
            InstantSource clock) {
        this.table = table;
        this.mandates = mandates;
        this.coming = coming;
        this.news = news;
        this.clock = clock;
    }

    /// Of a mandate, the latest first.
    List<DirectDebit> of(UUID mandate) {
        return table.of(List.of(mandate));
    }

    /// What came of announcing one.
    enum Announced {
        YES,
        /// The tenant has this one left out; it is noted, and not collected.
        SUSPENDED,
        /// The notice was announced before, or the mandate collects no more.
        NOT
    }

    /// The mandate is asked once more, because its holder may act at the same moment.
    @Transactional
    Announced announce(DirectDebit debit) {
        Mandate mandate = mandates.lock(debit.mandate());
        boolean collects = mandate != null
                && (mandate.state() == MandateState.ACTIVE || mandate.state() == MandateState.SUSPENDED);
        if (mandate == null || !collects || !table.add(debit)) {
            return Announced.NOT;
        }
        step(debit.id(), Act.ANNOUNCE, null, "job", null);
        if (mandate.state() == MandateState.ACTIVE) {
            expect(debit, debit.amount(), Coming.State.ANNOUNCED);
            news.tellAnnounced(mandate.tenant(), debit);
            return Announced.YES;
        }
        step(debit.id(), Act.LEAVE_OUT, DebitState.ANNOUNCED, "job", LeftOut.SUSPENDED.name());
        return Announced.SUSPENDED;
    }

    /// Part of the caller's transaction, which holds it.
    ///
    /// @param words what the office says of it, else null
    void leaveOut(DirectDebit debit, LeftOut why, @Nullable String words, String actor) {
        step(debit.id(), Act.LEAVE_OUT, debit.state(), actor, words == null ? why.name() : why + ": " + words);
        coming.withdraw(debit.id());
    }

    /// @return how many
    int leaveOutAll(UUID mandate, LeftOut why, String actor) {
        List<DirectDebit> announced = table.announcedOf(mandate);
        announced.forEach(debit -> leaveOut(debit, why, null, actor));
        return announced.size();
    }

    /// Nobody approved them in time; the bank takes no day that has passed.
    @Transactional
    void leaveOutLate(LocalDate upTo) {
        table.announcedUpTo(upTo).forEach(debit -> leaveOut(debit, LeftOut.LATE, null, "job"));
    }

    /// By the office, with a reason.
    ///
    /// @return false when it is not theirs to leave out, or not announced any more
    @Transactional
    boolean exclude(SignedInStaff who, UUID id, String reason) {
        DirectDebit debit = table.lock(id);
        if (debit == null || !who.sees(debit.agency()) || debit.state() != DebitState.ANNOUNCED) {
            return false;
        }
        leaveOut(debit, LeftOut.OFFICE, reason, who.actor());
        news.note(who.actor(), "left a collection out", debit.reference());
        return true;
    }

    /// It is in the bank's file now.
    void send(DirectDebit debit, Money amount, BankFile.Place place, String actor) {
        table.sent(debit.id(), amount, place.sequence(), place.account(), place.file(), place.block());
        step(debit.id(), Act.SEND, debit.state(), actor, null);
        expect(debit, amount, Coming.State.RUNNING);
    }

    /// The bank did not take it, or gave it back.
    void giveBack(DirectDebit debit, String code, String actor) {
        step(debit.id(), Act.RETURN, debit.state(), actor, code);
        coming.withdraw(debit.id());
        Mandate mandate = mandates.find(debit.mandate());
        if (mandate != null) {
            news.tellReturned(mandate.tenant(), debit);
        }
    }

    private void expect(DirectDebit debit, Money amount, Coming.State state) {
        coming.expect(new Coming(
                debit.id(),
                debit.lease(),
                Coming.Method.DIRECT_DEBIT,
                amount,
                debit.reference(),
                state,
                clock.instant(),
                debit.dueOn()));
    }

    private void step(UUID id, Act act, @Nullable DebitState from, String actor, @Nullable String detail) {
        DebitState to = DebitState.after(act, from);
        if (to == null) {
            throw new IllegalStateException("no way for " + act + " from " + from);
        }
        Instant now = clock.instant();
        table.step(id, act, from, to, actor, detail, now);
    }
}
