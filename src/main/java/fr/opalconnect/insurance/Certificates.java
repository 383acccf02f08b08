package fr.opalconnect.insurance;

import fr.opalconnect.attachment.Attachments;
import fr.opalconnect.insurance.CertificateTable.Step;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Audit;
import fr.opalconnect.platform.Ids;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// What tenants do with certificates, for the lease that they look at.
@Component
class Certificates {
    /// A certificate as it is about to be sent.
    ///
    /// @param key made with the form
    record Draft(LocalDate from, LocalDate until, String insurer, List<UUID> pieces, UUID key) {}

    private final CertificateTable table;
    private final Attachments attachments;
    private final Limits limits;
    private final Covers covers;
    private final Audit audit;
    private final InstantSource clock;

    Certificates(
            CertificateTable table,
            Attachments attachments,
            Limits limits,
            Covers covers,
            Audit audit,
            InstantSource clock) {
        this.table = table;
        this.attachments = attachments;
        this.limits = limits;
        this.covers = covers;
        this.audit = audit;
        this.clock = clock;
    }

    static String actor(SignedInTenant who) {
        return "tenant:" + who.number();
    }

    /// Of the lease, whoever of its holders sent them; the latest first.
    List<Certificate> of(SignedInTenant who) {
        return table.of(who.lease());
    }

    Cover cover(SignedInTenant who) {
        Cover known = table.cover(who.lease());
        return known == null ? Cover.none(who.lease()) : known;
    }

    /// Takes the place of one that nobody has looked at yet.
    @Transactional
    public Ending send(SignedInTenant who, Draft draft) {
        if (limits.spend(Limit.CERTIFICATE_PER_TENANT, who.number().value()) instanceof Limits.Answer.Refused) {
            return new Ending.TooMany();
        }
        table.oneAtATime(who.lease());
        Certificate before = table.waiting(who.lease());
        Instant now = clock.instant();
        Certificate one = new Certificate(
                Ids.next(clock),
                who.lease(),
                who.number(),
                CertificateState.SENT,
                draft.from(),
                draft.until(),
                draft.insurer(),
                draft.pieces(),
                now,
                null);
        if (before != null && table.isOf(before.id(), draft.key())) {
            return new Ending.Done(); // pressed twice
        }
        if (before != null) {
            move(who, before, CertificateState.WITHDRAWN);
        }
        if (!table.add(one, draft.key())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Ending.Done(); // pressed twice, and decided in between
        }
        if (!attachments.bind(actor(who), draft.pieces())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Ending.UnknownFile();
        }
        table.append(new Step(Ids.next(clock), one.id(), now, null, CertificateState.SENT, actor(who), "", null));
        audit.note(actor(who), "sent an insurance certificate", one.id().toString());
        covers.forget();
        return new Ending.Done();
    }

    /// Only whoever sent it, and only before somebody has looked.
    @Transactional
    public Ending withdraw(SignedInTenant who, UUID id) {
        Certificate one = table.lock(id);
        if (one == null || !isTheirs(who, one)) {
            return new Ending.NotFound();
        }
        if (!one.state().mayBecome(CertificateState.WITHDRAWN, CertificateState.By.TENANT)) {
            return new Ending.NotNow();
        }
        move(who, one, CertificateState.WITHDRAWN);
        audit.note(actor(who), "withdrew an insurance certificate", id.toString());
        covers.forget();
        return new Ending.Done();
    }

    /// Whether a page of a certificate is one that this tenant sent.
    boolean maySee(SignedInTenant who, UUID piece) {
        @Nullable Certificate one = table.ofPiece(piece);
        return one != null && isTheirs(who, one);
    }

    static boolean isTheirs(SignedInTenant who, Certificate one) {
        return one.tenant().equals(who.number()) && who.leases().contains(one.lease());
    }

    private void move(SignedInTenant who, Certificate one, CertificateState to) {
        if (!one.state().mayBecome(to, CertificateState.By.TENANT)) {
            throw new IllegalStateException("no way from " + one.state() + " to " + to);
        }
        table.become(new Step(Ids.next(clock), one.id(), clock.instant(), one.state(), to, actor(who), "", null));
    }
}
