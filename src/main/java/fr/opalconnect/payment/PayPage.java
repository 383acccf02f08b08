package fr.opalconnect.payment;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.PaymentWays;
import fr.opalconnect.payment.provider.Checkout;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Payer: how much, how, and off to the bank.
@Controller
class PayPage {
    static final String PATH = "/payer";

    private final RentAccounts accounts;
    private final Payments payments;
    private final PaymentWays ways;
    private final PayDesk desk;
    private final Views views;
    private final InstantSource clock;

    PayPage(
            RentAccounts accounts,
            Payments payments,
            PaymentWays ways,
            PayDesk desk,
            Views views,
            InstantSource clock) {
        this.accounts = accounts;
        this.payments = payments;
        this.ways = ways;
        this.desk = desk;
        this.views = views;
        this.clock = clock;
    }

    /// @param montant in cents, where another page leads here with an amount
    /// @param echeance of a repayment plan
    @GetMapping(PATH)
    View choose(
            SignedInTenant who,
            @RequestParam(required = false) @Nullable String montant,
            @RequestParam(required = false) @Nullable UUID echeance) {
        AccountOverview account = accounts.overview(who);
        String given = montant != null && montant.matches("[0-9]{1,9}") ? desk.typed(Long.parseLong(montant)) : "";
        String choice = !given.isEmpty() || !PayForm.all(account).isPositive() ? "autre" : "tout";
        String way = ways.card() ? "carte" : ways.directDebit() ? "prelevement" : "virement";
        PayForm form = new PayForm(UUID.randomUUID(), choice, given, way, false, echeance);
        return page(who, account, form, Mistakes.NONE, false, HttpStatus.OK);
    }

    @PostMapping(PATH)
    View pay(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam UUID intention,
            @RequestParam(defaultValue = "") String montant,
            @RequestParam(defaultValue = "") String autre,
            @RequestParam(defaultValue = "") String moyen,
            @RequestParam(defaultValue = "false") boolean confirme,
            @RequestParam(required = false) @Nullable UUID echeance,
            HttpServletRequest request) {
        AccountOverview account = accounts.overview(who);
        PayForm form = new PayForm(intention, montant, autre, moyen, confirme, echeance);
        Mistakes mistakes = form.mistakes(account, desk.rules());
        if (mistakes.any()) {
            return page(who, account, form, mistakes, false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Money amount = Objects.requireNonNull(form.amount(account));
        if (!moyen.equals("carte")) {
            return new RedirectView(PATH + "/" + moyen + "?montant=" + amount.cents());
        }
        if (!payments.takes(who, amount)) {
            Mistake no = new Mistake("montant", "payment.card.not-taken");
            return page(who, account, form, Mistakes.of(no), false, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!confirme
                && !payments.isKnown(who, intention)
                && !cautions(who, account, amount).isEmpty()) {
            return page(who, account, form, Mistakes.NONE, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Instant full = payments.isKnown(who, intention) ? null : desk.spend(who);
        if (full != null) {
            Mistake many = new Mistake("moyen", "payment.too-many", PaymentView.time(full));
            return page(who, account, form, Mistakes.of(many), false, HttpStatus.TOO_MANY_REQUESTS);
        }
        Intention wanted = new Intention(
                intention, who.lease(), who.number(), amount, echeance, desk.language(request), desk.site(request));
        return switch (payments.open(who, wanted, tenancy.email())) {
            case Opened.Leads leads -> lead(leads.checkout());
            case Opened.Stands stands ->
                new RedirectView("/paiement/" + stands.payment().id());
            case Opened.Closed closed -> {
                // A new intention: this one has ended, and a second press is to open a new page.
                PayForm anew = new PayForm(UUID.randomUUID(), montant, autre, moyen, false, echeance);
                Mistake away = new Mistake("moyen", "payment.bank.away");
                yield page(who, account, anew, Mistakes.of(away), false, HttpStatus.SERVICE_UNAVAILABLE);
            }
            case Opened.NotOffered _ -> new RedirectView(PATH);
        };
    }

    /// A redirect, or a form that leads to another site; that one needs a press where there is no script.
    View lead(Checkout checkout) {
        return checkout.post()
                ? views.page("payment/ToBank", checkout)
                : new RedirectView(checkout.action().toString());
    }

    private List<Caution> cautions(SignedInTenant who, AccountOverview account, @Nullable Money amount) {
        return Caution.before(amount, account, payments.of(who), desk.rules().sameSum(), clock.instant());
    }

    private View page(
            SignedInTenant who,
            AccountOverview account,
            PayForm form,
            Mistakes mistakes,
            boolean asking,
            HttpStatus status) {
        List<Caution> cautions = cautions(who, account, asking ? form.amount(account) : null);
        return views.page(
                "payment/Pay",
                new PayView(
                        account,
                        ways,
                        desk.agreed(who),
                        form,
                        mistakes,
                        cautions,
                        asking,
                        desk.rules(),
                        clock.instant()),
                status);
    }
}
