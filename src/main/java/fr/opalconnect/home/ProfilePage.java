package fr.opalconnect.home;

import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.PaymentWays;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.Tenancy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.View;

/// Profil: the way to contact details, security, automatic debit and signing out.
@Controller
class ProfilePage {
    private final PaymentWays ways;
    private final Views views;

    ProfilePage(PaymentWays ways, Views views) {
        this.ways = ways;
        this.views = views;
    }

    @GetMapping("/profil")
    View profile(SignedInTenant who, @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy) {
        return views.page("home/Profile", new ProfileView(who, tenancy, ways.directDebit()));
    }
}
