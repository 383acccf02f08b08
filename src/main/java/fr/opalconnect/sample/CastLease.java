package fr.opalconnect.sample;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/// The leases of the cast: where, what is charged in the current month, how it is paid, and what is owed in the end.
@SuppressWarnings("ImmutableEnumChecker") // records and copied lists do not change
public enum CastLease {
    NADIA(
            "B0048213-1",
            CastHome.NADIA,
            "2019-03-01",
            PaymentMethod.CARTE,
            CastHabit.ONE_MONTH_IN_PART,
            41_237,
            home(41_400, 2_200, 4_800, 3_100, 1_200, 3_863, 7_600)),
    FATOUMATA(
            "B0051877-1",
            CastHome.FATOUMATA,
            "2021-09-01",
            PaymentMethod.PRELEVEMENT,
            CastHabit.DEBIT_RETURNED,
            101_760,
            home(47_120, 3_450, 6_200, 3_350, 1_500, 4_400, 18_300)),
    KEVIN(
            "B0062540-1",
            CastHome.KEVIN,
            "2022-06-15",
            PaymentMethod.PRELEVEMENT,
            CastHabit.ALL,
            35_644,
            home(31_114, 1_900, 0, 1_730, 900, 0, 0)),
    KEVIN_PARKING(
            "B0062540-2",
            CastHome.KEVIN_PARKING,
            "2022-07-01",
            PaymentMethod.PRELEVEMENT,
            CastHabit.ALL,
            3_850,
            Map.of(Nature.STATIONNEMENT, 3_850L)),
    MARCHAND(
            "B0033164-1",
            CastHome.MARCHAND,
            "2004-11-01",
            PaymentMethod.VIREMENT,
            CastHabit.ALL,
            59_872,
            home(49_612, 2_800, 4_560, 1_700, 1_200, 0, 0)),
    LUCIEN(
            "B0020931-1",
            CastHome.LUCIEN,
            "1987-05-01",
            PaymentMethod.ESPECES,
            CastHabit.ALL,
            28_715,
            home(32_215, 1_300, 0, 1_600, 1_000, 3_200, 4_200)),
    ODETTE(
            "B0018406-1",
            CastHome.ODETTE,
            "1979-10-01",
            PaymentMethod.CHEQUE,
            CastHabit.ALL,
            21_408,
            home(28_608, 1_250, 4_350, 2_600, 1_000, 3_500, 12_900)),
    MARIE_ANGE(
            "B0070725-1",
            CastHome.MARIE_ANGE,
            "2023-02-01",
            PaymentMethod.CARTE,
            CastHabit.ALL,
            47_193,
            home(42_793, 2_300, 0, 900, 1_200, 0, 0)),
    SAMUEL(
            "B0044092-1",
            CastHome.SAMUEL,
            "2015-01-01",
            PaymentMethod.VIREMENT,
            CastHabit.AHEAD,
            -2_540,
            home(35_390, 1_600, 4_100, 2_450, 1_000, 3_600, 9_400)),
    ELODIE(
            "B0057318-1",
            CastHome.ELODIE,
            "2020-04-01",
            PaymentMethod.VIREMENT,
            CastHabit.LEFT,
            18_326,
            home(38_890, 1_900, 4_300, 2_500, 1_100, 3_600, 11_200));

    private static final int DUE_DAY = 5;

    private final LeaseNumber number;
    private final CastHome home;
    private final LocalDate starts;
    private final PaymentMethod method;
    private final CastHabit habit;
    private final Money balance;
    private final Map<Nature, Long> charged;

    CastLease(
            String number,
            CastHome home,
            String starts,
            PaymentMethod method,
            CastHabit habit,
            long balance,
            Map<Nature, Long> charged) {
        this.number = new LeaseNumber(number);
        this.home = home;
        this.starts = LocalDate.parse(starts);
        this.method = method;
        this.habit = habit;
        this.balance = Money.ofCents(balance);
        this.charged = charged;
    }

    public LeaseNumber number() {
        return number;
    }

    public DwellingNumber dwelling() {
        return new DwellingNumber(home.row().number());
    }

    /// What is owed, whatever the day; negative is a credit.
    public Money balance() {
        return balance;
    }

    /// Billed before the month it is for, as a car park is.
    public boolean inAdvance() {
        return charged.containsKey(Nature.STATIONNEMENT);
    }

    /// What a dwelling is charged in the current month, in cents; the last two are granted.
    private static Map<Nature, Long> home(
            long rent, long water, long heating, long upkeep, long waste, long reduction, long benefit) {
        Map<Nature, Long> amounts = new EnumMap<>(Nature.class);
        amounts.put(Nature.LOYER, rent);
        amounts.put(Nature.EAU, water);
        amounts.put(Nature.CHAUFFAGE, heating);
        amounts.put(Nature.ENTRETIEN, upkeep);
        amounts.put(Nature.ORDURES_MENAGERES, waste);
        amounts.put(Nature.RLS, reduction);
        amounts.put(Nature.APL, benefit);
        return amounts;
    }

    /// Writes the dwelling, the lease and its whole story.
    void tell(OpenPackage out, BillingCalendar calendar) {
        out.put(home.row());
        LocalDate ends = habit.leaves()
                ? calendar.current().minusMonths(CastHabit.LEFT_AGO).atEndOfMonth()
                : null;
        Row.Lease lease = new Row.Lease(number.value(), dwelling().value(), starts, ends, inAdvance(), DUE_DAY, method);
        out.put(lease);
        LeaseBook book = new LeaseBook(out, lease, calendar, Night.quiet());
        Tariff tariff =
                new Tariff((inAdvance() ? calendar.current().plusMonths(1) : calendar.current()).getYear(), charged);
        CastCharges charges = CastCharges.of(this);
        new CastStory(book, tariff, habit, charges, balance.cents()).tell();
        charges.settle(out, lease, tariff, calendar);
        new Papers(out, lease, calendar).file(new CastPapers(this, home.row()));
    }
}
