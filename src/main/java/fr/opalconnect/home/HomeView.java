package fr.opalconnect.home;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.Standing;
import fr.opalconnect.kernel.Money;
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
///
/// @param payable whether this landlord has a way to pay here
record HomeView(
        Tenancy tenancy,
        HeldLease lease,
        AccountOverview account,
        @Nullable Adviser adviser,
        @Nullable Agency agency,
        List<Announcement> announcements,
        boolean payable,
        LocalDate today) {
    Standing standing() {
        return account.standing(today);
    }

    /// What the button offers to pay; zero where nothing is owed, or nothing can be paid here.
    Money toPay() {
        Money left = account.balance().minus(account.taken());
        return payable && left.isPositive() ? left : Money.ZERO;
    }

    /// All that is owed was paid, and is on its way.
    boolean isCovered() {
        return account.balance().isPositive() && account.taken().compareTo(account.balance()) >= 0;
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
