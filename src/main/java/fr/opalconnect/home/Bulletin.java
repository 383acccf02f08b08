package fr.opalconnect.home;

import fr.opalconnect.account.AgreedPlans;
import fr.opalconnect.insurance.Covers;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.news.Announcement;
import fr.opalconnect.news.Announcements;
import fr.opalconnect.tenancy.HeldLease;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What Accueil has to say besides the account; all of it from memory.
@Component
class Bulletin {
    /// @param insurance   null where no certificate is asked for
    /// @param instalments whether a debt is paid month by month, as was agreed
    record Items(List<Announcement> announcements, Covers.@Nullable Stand insurance, boolean instalments) {
        Items {
            announcements = List.copyOf(announcements);
        }
    }

    private final Announcements announcements;
    private final Covers covers;
    private final AgreedPlans plans;

    Bulletin(Announcements announcements, Covers covers, AgreedPlans plans) {
        this.announcements = announcements;
        this.covers = covers;
        this.plans = plans;
    }

    Items of(SignedInTenant who, HeldLease lease) {
        return new Items(announcements.of(who, lease), covers.stand(who, lease), plans.runs(lease.number()));
    }
}
