package fr.opalconnect.document;

import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.account.RentNotice;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The papers that we can make for a tenant, of the lease that is looked at.
@Component
public class MadePapers {
    static final String FOLDER = "/documents/papiers/";

    private final RentAccounts accounts;

    MadePapers(RentAccounts accounts) {
        this.accounts = accounts;
    }

    /// The latest first.
    ///
    /// @param t the page's language, for the titles; the papers themselves are in French
    public List<MadePaper> of(SignedInTenant who, Texts t) {
        List<MadePaper> papers = new ArrayList<>();
        for (RentNotice notice : accounts.overview(who).notices()) {
            papers.add(new MadePaper(
                    MadePaper.Kind.NOTICE,
                    t.say("document.made.notice", t.month(notice.period())),
                    notice.issuedOn(),
                    FOLDER + "avis-" + notice.period() + ".pdf"));
        }
        return papers;
    }
}
