package fr.opalconnect.transfer;

import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.QrCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Payer par virement: where to, with which reference, and a code that fills in the bank's form.
@Controller
class TransferPage {
    static final String PATH = "/payer/virement";

    private final ReferenceTable references;
    private final RentAccounts accounts;
    private final TransferSettings settings;
    private final Views views;

    TransferPage(ReferenceTable references, RentAccounts accounts, TransferSettings settings, Views views) {
        this.references = references;
        this.accounts = accounts;
        this.settings = settings;
        this.views = views;
    }

    /// @param montant in cents; without it, or with nonsense, all that is owed
    @GetMapping(PATH)
    View show(SignedInTenant who, @RequestParam(required = false) @Nullable String montant) {
        Reference reference = settings.isOffered() ? references.of(who.lease()) : null;
        if (reference == null) {
            return views.page("transfer/NoTransfer", new NoTransferView(who.lease()));
        }
        Money asked = asked(montant);
        Money owed = asked == null ? accounts.overview(who).balance() : asked;
        Money amount = owed.isPositive() ? owed : null;
        return views.page(
                "transfer/Transfer",
                new TransferView(
                        settings,
                        who.lease(),
                        reference,
                        amount,
                        QrCode.of(EpcCode.text(settings, reference, amount))));
    }

    private static @Nullable Money asked(@Nullable String cents) {
        return cents != null && cents.matches("[1-9][0-9]{0,9}") ? Money.ofCents(Long.parseLong(cents)) : null;
    }
}
