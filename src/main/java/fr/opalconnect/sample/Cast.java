package fr.opalconnect.sample;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The named tenants of the demo landlord. They come in through the same package as everyone else, and what is said of
/// them here is true on any day that the demo starts.
@SuppressWarnings("ImmutableEnumChecker") // records and copied lists do not change
public enum Cast {
    /// Owes exactly 412,37 €, due on a 5th that lies ahead; one month was paid in part and made good the month after.
    NADIA_BENALI("0048213", "Mme", "Nadia", "Benali", "06 41 20 77 42", CastLease.NADIA),
    /// In arrears: a debit came back, the month after was paid in part.
    FATOUMATA_DIALLO("0051877", "Mme", "Fatoumata", "Diallo", "06.39.98.24.18", CastLease.FATOUMATA),
    /// Two leases: a dwelling, and a car park that is billed in advance.
    KEVIN_LEFEVRE("0062540", "M.", "Kévin", "Lefèvre", "+33639983305", CastLease.KEVIN, CastLease.KEVIN_PARKING),
    /// Two holders, two accounts of their own, one rent account.
    MARTINE_MARCHAND("0033164", "Mme", "Martine", "Marchand", "06 39 98 51 16", CastLease.MARCHAND),
    JEAN_PIERRE_MARCHAND("0033165", "M.", "Jean-Pierre", "Marchand", "0639985117", CastLease.MARCHAND),
    /// The agency has no number.
    LUCIEN_PETIT("0020931", "M.", "Lucien", "Petit", null, CastLease.LUCIEN),
    /// The agency has a landline only.
    ODETTE_CARLIER("0018406", "Mme", "Odette", "Carlier", "03 53 01 42 60", CastLease.ODETTE),
    /// A mobile of La Réunion, written as people there write it.
    MARIE_ANGE_HOARAU("0070725", "Mme", "Marie-Ange", "Hoarau", "0692 00 01 74", CastLease.MARIE_ANGE),
    /// Blind; pays a little more than is called, and is in credit.
    SAMUEL_ROCHE("0044092", "M.", "Samuel", "Roche", "06 39 98 70 03", CastLease.SAMUEL),
    /// The lease has ended, the account is not settled yet.
    ELODIE_VASSEUR("0057318", "Mme", "Élodie", "Vasseur", "06-39-98-61-29", CastLease.ELODIE);

    private final TenantNumber number;
    private final String title;
    private final String firstName;
    private final String lastName;
    private final @Nullable String phone;
    private final List<CastLease> leases;

    Cast(String number, String title, String firstName, String lastName, @Nullable String phone, CastLease... leases) {
        this.number = new TenantNumber(number);
        this.title = title;
        this.firstName = firstName;
        this.lastName = lastName;
        this.phone = phone;
        this.leases = List.of(leases);
    }

    /// The number as the rent notice prints it.
    public TenantNumber tenant() {
        return number;
    }

    /// The number of the dwelling, the one to activate with.
    public DwellingNumber dwelling() {
        return lease().dwelling();
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String fullName() {
        return firstName + " " + lastName;
    }

    /// The telephone number as the ERP has it; null when it has none.
    public @Nullable String phone() {
        return phone;
    }

    /// The lease of the dwelling.
    public CastLease lease() {
        return leases.getFirst();
    }

    public List<CastLease> leases() {
        return leases;
    }

    /// What is owed on the lease of the dwelling, whatever the day; negative is a credit.
    public Money balance() {
        return lease().balance();
    }

    Row.Tenant row() {
        String email = People.email(new People.Name(title, firstName, lastName));
        return new Row.Tenant(number.value(), title, firstName, lastName, phone, email, "fr");
    }
}
