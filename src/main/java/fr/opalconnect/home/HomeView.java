package fr.opalconnect.home;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.Coming;
import fr.opalconnect.account.Standing;
import fr.opalconnect.insurance.Cover;
import fr.opalconnect.insurance.Covers;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.landlord.Adviser;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.landlord.PaymentWays;
import fr.opalconnect.tenancy.HeldLease;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.MonthBar;
import fr.opalconnect.ui.Texts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What Accueil shows.
///
/// @param ways            to pay that this landlord offers
/// @param passwordChanged whether that was just done
record HomeView(
        Tenancy tenancy,
        HeldLease lease,
        AccountOverview account,
        @Nullable Adviser adviser,
        @Nullable Agency agency,
        Bulletin.Items bulletin,
        PaymentWays ways,
        boolean passwordChanged,
        LocalDate today) {
    Standing standing() {
        return account.standing(today);
    }

    /// What the button offers to pay; zero where nothing is owed, or nothing can be paid here.
    Money toPay() {
        return ways.any() && account.left().isPositive() ? account.left() : Money.ZERO;
    }

    /// What is not asked for or not offered gives its place to the next.
    List<Shortcut> shortcuts() {
        List<Shortcut> shown = Arrays.stream(Shortcut.values())
                .filter(shortcut -> switch (shortcut) {
                    case REPORT -> !lease.hasEnded(today); // nobody repairs for who has left
                    case INSURANCE -> bulletin.insurance() != null;
                    case DEBIT -> ways.directDebit();
                    default -> true;
                })
                .limit(Shortcut.SHOWN)
                .toList();
        return shown.subList(0, shown.size() - shown.size() % 2);
    }

    /// Whether the tenant has something to do about the insurance.
    boolean insuranceIsTodo() {
        Covers.Stand stand = bulletin.insurance();
        return stand != null && stand.standing().isTodo();
    }

    /// Whether that is news: that nothing was ever sent is said in the tile alone, day after day.
    boolean insuranceCalls() {
        Covers.Stand stand = bulletin.insurance();
        return insuranceIsTodo() && stand != null && stand.standing() != Cover.Standing.MISSING;
    }

    /// `Expire dans 21 jours`
    @Nullable
    String insuranceTag(Texts t) {
        Covers.Stand stand = bulletin.insurance();
        if (stand == null) {
            return null;
        }
        LocalDate until = stand.until();
        return stand.standing() == Cover.Standing.ENDING && until != null
                ? t.count("home.insurance.days", ChronoUnit.DAYS.between(today, until))
                : t.say(stand.standing().textKey());
    }

    /// All that is owed was paid, and is on its way.
    boolean isCovered() {
        return account.balance().isPositive() && account.taken().compareTo(account.balance()) >= 0;
    }

    /// What is on its way, beside a debit that the card itself announces.
    List<Coming> coming() {
        return account.coming().stream()
                .filter(money -> account.collectedOn() == null || !money.isAnnouncedDebit())
                .toList();
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
