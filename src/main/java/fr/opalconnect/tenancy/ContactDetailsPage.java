package fr.opalconnect.tenancy;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.platform.Limit;
import fr.opalconnect.platform.Limits;
import fr.opalconnect.platform.MailReturns;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Mistake;
import fr.opalconnect.ui.Mistakes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Profil › Coordonnées: what the agency holds, to read and to have corrected, never to edit.
@Controller
class ContactDetailsPage {
    private static final int LONGEST = 1000;

    private final Tenancies tenancies;
    private final Agencies agencies;
    private final MailReturns mail;
    private final Limits limits;
    private final Views views;

    ContactDetailsPage(Tenancies tenancies, Agencies agencies, MailReturns mail, Limits limits, Views views) {
        this.tenancies = tenancies;
        this.agencies = agencies;
        this.mail = mail;
        this.limits = limits;
        this.views = views;
    }

    /// @param verifier there when the tenant comes from activation, and is asked to look once
    @GetMapping("/profil/coordonnees")
    View details(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(required = false) @Nullable String verifier,
            @RequestParam(required = false) @Nullable String envoye) {
        return page(who, tenancy, verifier != null, envoye != null, "", Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping("/profil/coordonnees")
    View report(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(defaultValue = "") String erreur) {
        String details = erreur.strip();
        if (details.isEmpty() || details.length() > LONGEST) {
            String wrong = details.isEmpty() ? "tenancy.details.error.empty" : "tenancy.details.error.long";
            return page(who, tenancy, false, false, erreur, mistake(wrong), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (limits.spend(Limit.CONTACT_REQUEST_PER_SUBJECT, who.number().value()) instanceof Limits.Answer.Refused) {
            return page(
                    who,
                    tenancy,
                    false,
                    false,
                    erreur,
                    mistake("tenancy.details.error.often"),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        tenancies.reportDetails(who, details);
        return new RedirectView("/profil/coordonnees?envoye");
    }

    private static Mistakes mistake(String textKey) {
        return Mistakes.of(new Mistake("erreur", textKey));
    }

    private View page(
            SignedInTenant who,
            Tenancy tenancy,
            boolean toCheck,
            boolean sent,
            String typed,
            Mistakes mistakes,
            HttpStatus status) {
        HeldLease lease = Objects.requireNonNull(tenancy.lease(who.lease()), "the session holds a lease of the tenant");
        return views.page(
                "tenancy/ContactDetails",
                new ContactDetailsView(
                        tenancy,
                        lease,
                        agencies.find(lease.agencyCode()),
                        tenancies.requestsOf(who),
                        mail.comeBackFrom(tenancy.email()),
                        toCheck,
                        sent,
                        typed,
                        mistakes),
                status);
    }
}
