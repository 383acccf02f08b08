package fr.opalconnect.document;

import fr.opalconnect.account.NoticeDebits;
import fr.opalconnect.account.PaymentSlips;
import fr.opalconnect.account.RentNotice;
import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.ui.Fact;
import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rent notice says (avis d'échéance), as it was issued: what was paid since does not stand on it.
///
/// @param debit what direct debit collects of it; null when nothing
/// @param slip  how to pay what is left by transfer; null when nothing is, or this landlord takes none
record NoticeSheet(
        PaperFacts facts, RentNotice notice, NoticeDebits.@Nullable Debit debit, PaymentSlips.@Nullable Slip slip) {
    /// The ERP's word for a direct debit that the agency has set up.
    static final String DEBITED = "PRELEVEMENT";

    /// What the tenant still has to see to; nothing when all of it is collected.
    static Money left(RentNotice notice, NoticeDebits.@Nullable Debit debit) {
        return debit == null ? notice.netToPay() : notice.netToPay().minus(debit.amount());
    }

    Money left() {
        return left(notice, debit);
    }

    /// Whether the agency collects it by a mandate that it keeps itself.
    boolean isDebitedByAgency() {
        return debit == null && DEBITED.equals(facts.lease().paymentMethod());
    }

    String title(Texts t) {
        return t.say("document.paper.notice", t.month(notice.period()));
    }

    List<Fact> references(Texts t) {
        List<Fact> all = new ArrayList<>(facts.references(t));
        all.add(new Fact(t.say("document.paper.notice.id"), notice.id()));
        all.add(new Fact(t.say("document.paper.notice.issued"), t.longDay(notice.issuedOn())));
        return all;
    }

    List<Share> shares() {
        return Share.of(lines());
    }

    private List<Line> lines() {
        return facts.book().lines().stream()
                .filter(line -> notice.id().equals(line.noticeId()))
                .toList();
    }

    /// The notice before this one; null when it does not explain what was brought forward.
    @Nullable
    RentNotice before() {
        return moved() == null ? null : facts.book().before(notice);
    }

    /// What moved since; null when that is not known.
    @Nullable
    List<Line> moved() {
        return facts.book().sinceTheNoticeBefore(notice);
    }

    String code() {
        return slip == null
                ? ""
                : "data:image/png;base64," + Base64.getEncoder().encodeToString(slip.code());
    }

    List<Fact> slipFacts(Texts t) {
        if (slip == null) {
            return List.of();
        }
        List<Fact> all = new ArrayList<>();
        all.add(new Fact(t.say("document.paper.slip.holder"), slip.holder()));
        all.add(new Fact(t.say("document.paper.slip.iban"), Texts.unbroken(slip.iban())));
        all.add(new Fact(t.say("document.paper.slip.reference"), Texts.unbroken(slip.reference())));
        all.add(new Fact(t.say("document.paper.slip.amount"), t.money(left())));
        return all;
    }
}
