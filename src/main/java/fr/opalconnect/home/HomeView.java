package fr.opalconnect.home;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.Standing;
import fr.opalconnect.landlord.Adviser;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.news.Announcement;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.MonthBar;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What Accueil shows.
record HomeView(
        Tenancy tenancy,
        HeldLease lease,
        AccountOverview account,
        @Nullable Adviser adviser,
        @Nullable Agency agency,
        List<Announcement> announcements,
        LocalDate today) {
    Standing standing() {
        return account.standing(today);
    }

    List<MonthBar> bars() {
        return account.months().stream()
                .map(month -> new MonthBar(month.month(), month.called(), month.paid()))
                .toList();
    }

    /// The adviser, else the agency, else the landlord.
    String contactName(Brand brand) {
        if (adviser != null) {
            return adviser.fullName();
        }
        return agency != null ? agency.name() : brand.landlord();
    }

    String contactInitials(Brand brand) {
        return adviser != null ? adviser.initials() : brand.landlord().substring(0, 1);
    }

    String contactPhone(Brand brand) {
        if (adviser != null && adviser.phone() != null) {
            return adviser.phone();
        }
        return agency != null && agency.phone() != null ? agency.phone() : brand.phone();
    }

    /// `Agence de Laon · Champagne`
    @Nullable
    String contactDetail() {
        String agencyName = adviser != null && agency != null ? agency.name() : null;
        String detail =
                Stream.of(agencyName, lease.estate()).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        return detail.isEmpty() ? null : detail;
    }
}
