package fr.opalconnect.document;

import fr.opalconnect.account.AccountBook;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.account.RentNotice;
import fr.opalconnect.account.Term;
import fr.opalconnect.document.MadePaper.Kind;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The papers that we can make for a tenant, of the lease that is looked at.
@Component
public class MadePapers {
    static final String FOLDER = "/documents/papiers/";

    private static final Pattern FILE =
            Pattern.compile(FOLDER + "(avis|quittance|recu)-([0-9]{4}-[0-9]{2})(?:-([0-9]))?\\.pdf");

    private final RentAccounts accounts;
    private final PaperMaker maker;

    MadePapers(RentAccounts accounts, PaperMaker maker) {
        this.accounts = accounts;
        this.maker = maker;
    }

    /// The latest first. One round trip.
    ///
    /// @param t the page's language, for the titles; the papers themselves are in French
    public List<MadePaper> of(SignedInTenant who, Texts t) {
        AccountBook book = accounts.book(who);
        List<MadePaper> papers = new ArrayList<>();
        for (Term term : book.terms()) {
            String month = t.month(term.month());
            for (RentNotice notice : term.notices()) {
                papers.add(paper(
                        Kind.RENT_NOTICE,
                        t.say("document.made.notice", month),
                        notice.issuedOn(),
                        "avis-" + which(term, notice) + ".pdf"));
            }
            LocalDate on = term.toldOn();
            switch (term.state()) {
                case SETTLED ->
                    papers.add(paper(
                            Kind.RENT_RECEIPT,
                            t.say("document.made.quittance", month),
                            on,
                            "quittance-" + term.month() + ".pdf"));
                case PARTLY_PAID ->
                    papers.add(paper(
                            Kind.PARTIAL_PAYMENT_RECEIPT,
                            t.say("document.made.part", month),
                            on,
                            "recu-" + term.month() + ".pdf"));
                case UNPAID, IN_PLAN -> {}
            }
        }
        LocalDate known = book.figuresOn();
        if (known != null && !papers.isEmpty()) {
            papers.add(paper(
                    Kind.RENT_CERTIFICATE, t.say("document.made.certificate"), known, "attestation-de-loyer.pdf"));
            papers.add(paper(Kind.STATEMENT, t.say("document.made.statement"), known, "releve"));
        }
        papers.sort(Comparator.comparing(MadePaper::date).reversed());
        return papers;
    }

    /// The bytes of one of them, the same that its address gives.
    ///
    /// @return null when it cannot be made, or is no file
    public byte @Nullable [] write(SignedInTenant who, MadePaper paper) {
        return make(who, paper.address()) instanceof Made.Ready ready ? ready.pdf() : null;
    }

    private Made make(SignedInTenant who, String address) {
        if (address.equals(FOLDER + "attestation-de-loyer.pdf")) {
            return maker.certificate(who);
        }
        Matcher file = FILE.matcher(address);
        if (!file.matches()) {
            return new Made.Unknown();
        }
        YearMonth month = YearMonth.parse(file.group(2));
        return switch (file.group(1)) {
            case "avis" -> maker.notice(who, month, file.group(3) == null ? 1 : Integer.parseInt(file.group(3)));
            case "quittance" -> maker.quittance(who, month);
            default -> maker.partReceipt(who, month);
        };
    }

    /// `2026-10`, or `2026-10-2` for the second notice of that month.
    static String which(Term term, RentNotice notice) {
        int number = term.notices().reversed().indexOf(notice) + 1;
        return number == 1 ? term.month().toString() : term.month() + "-" + number;
    }

    private static MadePaper paper(Kind kind, String title, LocalDate date, String file) {
        return new MadePaper(kind, title, date, FOLDER + file);
    }
}
