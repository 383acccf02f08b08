package fr.opalconnect.document;

import fr.opalconnect.account.NoticeDebits;
import fr.opalconnect.account.PaymentSlips;
import fr.opalconnect.account.RentNotice;
import fr.opalconnect.account.Term;
import fr.opalconnect.document.Made.Refused.Why;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Papers;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the papers of the lease that is looked at. They are in French, whatever the page's language: they are papers
/// in
/// law. Nothing on them depends on the moment at which they are asked for.
@Component
class PaperMaker {
    private final PaperSources sources;
    private final PaymentSlips slips;
    private final NoticeDebits debits;
    private final Papers papers;

    PaperMaker(PaperSources sources, PaymentSlips slips, NoticeDebits debits, Papers papers) {
        this.sources = sources;
        this.slips = slips;
        this.debits = debits;
        this.papers = papers;
    }

    /// Avis d'échéance.
    ///
    /// @param number which of that month's notices, the first issued is 1
    Made notice(SignedInTenant who, YearMonth month, int number) {
        PaperFacts facts = sources.of(who);
        Term term = facts == null ? null : facts.book().term(month);
        if (facts == null || term == null || number > term.notices().size()) {
            return new Made.Unknown();
        }
        RentNotice notice = term.notices().reversed().get(number - 1);
        NoticeDebits.Debit debit = debits.of(who.lease(), notice.id());
        NoticeSheet bare = new NoticeSheet(facts, notice, debit, null);
        boolean toPay = bare.left().isPositive() && !bare.isDebitedByAgency();
        NoticeSheet sheet = toPay ? new NoticeSheet(facts, notice, debit, slips.of(who.lease(), bare.left())) : bare;
        return ready("avis-" + MadePapers.which(term, notice), "document/NoticePaper", sheet, notice.issuedOn());
    }

    /// Quittance: of a settled term only (article 21 of the act of 6 July 1989).
    Made quittance(SignedInTenant who, YearMonth month) {
        PaperFacts facts = sources.of(who);
        Term term = facts == null ? null : facts.book().term(month);
        if (facts == null || term == null) {
            return new Made.Unknown();
        }
        if (!term.isSettled()) {
            return refused(term.inPlan().isPositive() ? Why.IN_PLAN : Why.NOT_SETTLED, term, facts);
        }
        TermSheet sheet = new TermSheet(facts, term);
        return ready("quittance-" + month, "document/QuittancePaper", sheet, term.toldOn());
    }

    /// Reçu: of a term that is paid in part.
    Made partReceipt(SignedInTenant who, YearMonth month) {
        PaperFacts facts = sources.of(who);
        Term term = facts == null ? null : facts.book().term(month);
        if (facts == null || term == null) {
            return new Made.Unknown();
        }
        if (term.state() != Term.State.PARTLY_PAID) {
            return refused(term.isSettled() ? Why.ALL_PAID : Why.NOTHING_RECEIVED, term, facts);
        }
        TermSheet sheet = new TermSheet(facts, term);
        return ready("recu-" + month, "document/PartReceiptPaper", sheet, term.toldOn());
    }

    /// Relevé de compte. What lies ahead of the figures is not known: it ends with them.
    Made statement(SignedInTenant who, LocalDate from, LocalDate until) {
        PaperFacts facts = sources.of(who);
        LocalDate known = facts == null ? null : facts.book().figuresOn();
        if (facts == null || known == null) {
            return new Made.Unknown();
        }
        LocalDate last = until.isAfter(known) ? known : until;
        StatementSheet sheet = new StatementSheet(facts, facts.book().period(from.isAfter(last) ? last : from, last));
        return ready("releve-%s-%s".formatted(from, until), "document/StatementPaper", sheet, last);
    }

    /// Attestation de loyer.
    Made certificate(SignedInTenant who) {
        PaperFacts facts = sources.of(who);
        LocalDate on = facts == null ? null : facts.book().figuresOn();
        if (facts == null || on == null) {
            return new Made.Unknown();
        }
        List<Term> terms = facts.book().terms();
        if (terms.isEmpty()) {
            return refused(Why.NO_TERM, null, facts);
        }
        CertificateSheet sheet = new CertificateSheet(facts, terms.getFirst(), on);
        return ready("attestation-de-loyer", "document/CertificatePaper", sheet, on);
    }

    private Made ready(String name, String template, Object sheet, LocalDate day) {
        byte[] pdf = papers.pdf(
                template, sheet, Locale.FRENCH, day.atStartOfDay(Texts.ZONE).toInstant());
        return new Made.Ready(name + ".pdf", pdf);
    }

    private static Made refused(Why why, @Nullable Term term, PaperFacts facts) {
        return new Made.Refused(why, term, facts.book().coming());
    }
}
