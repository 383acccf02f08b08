package fr.opalconnect.payment;

import fr.opalconnect.account.ComingPayments;
import fr.opalconnect.account.Proposal;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.TenantFiles;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Entries of the ERP that came without our reference, and the money on its way that they may be: somebody says yes.
@Controller
class EntriesPage {
    private static final String PATH = DayPage.PATH + "/ecritures";

    private final ComingPayments coming;
    private final TenantFiles files;
    private final DeskPayments desk;
    private final Views views;

    EntriesPage(ComingPayments coming, TenantFiles files, DeskPayments desk, Views views) {
        this.coming = coming;
        this.files = files;
        this.desk = desk;
        this.views = views;
    }

    @GetMapping(PATH)
    View proposals(SignedInStaff who, @RequestParam(defaultValue = "") String fait) {
        List<Proposal> proposals = coming.proposals(who);
        List<LeaseNumber> leases = proposals.stream()
                .map(proposal -> proposal.coming().lease())
                .distinct()
                .toList();
        String note = switch (fait) {
            case "oui" -> "payment.entries.matched";
            case "tard" -> "payment.entries.late";
            default -> null;
        };
        return views.page(
                "payment/Entries",
                new EntriesView(proposals, files.leases(who, leases), PaymentBook.mayAct(who), note, desk.todo(who)));
    }

    /// This entry is that money.
    @PostMapping(PATH)
    View match(SignedInStaff who, @RequestParam UUID argent, @RequestParam String ecriture) {
        if (!PaymentBook.mayAct(who)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new RedirectView(PATH + "?fait=" + (coming.match(who, argent, ecriture) ? "oui" : "tard"));
    }
}
