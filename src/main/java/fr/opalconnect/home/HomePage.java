package fr.opalconnect.home;

import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.PaymentWays;
import fr.opalconnect.platform.Views;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Texts;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Accueil: what I owe and by when, six months, my adviser, and what I can do here.
@Controller
class HomePage {
    private final RentAccounts accounts;
    private final PaymentWays ways;
    private final Agencies agencies;
    private final Bulletin bulletin;
    private final Views views;
    private final InstantSource clock;

    HomePage(
            RentAccounts accounts,
            PaymentWays ways,
            Agencies agencies,
            Bulletin bulletin,
            Views views,
            InstantSource clock) {
        this.accounts = accounts;
        this.ways = ways;
        this.agencies = agencies;
        this.bulletin = bulletin;
        this.views = views;
        this.clock = clock;
    }

    /// @param fait what was just done
    @GetMapping("/accueil")
    View home(
            SignedInTenant who,
            @RequestAttribute(Tenancy.REQUEST_ATTRIBUTE) Tenancy tenancy,
            @RequestParam(defaultValue = "") String fait) {
        HeldLease lease = Objects.requireNonNull(tenancy.lease(who.lease()), "the session holds a lease of the tenant");
        return views.page(
                "home/Home",
                new HomeView(
                        tenancy,
                        lease,
                        accounts.overview(who),
                        agencies.findAdviser(lease.adviserCode()),
                        agencies.find(lease.agencyCode()),
                        bulletin.of(who, lease),
                        ways,
                        fait.equals("mot-de-passe"),
                        clock.instant().atZone(Texts.ZONE).toLocalDate()));
    }
}
