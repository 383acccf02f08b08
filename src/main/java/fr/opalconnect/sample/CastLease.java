package fr.opalconnect.sample;

import static fr.opalconnect.sample.Nature.APL;
import static fr.opalconnect.sample.Nature.CHAUFFAGE;
import static fr.opalconnect.sample.Nature.EAU;
import static fr.opalconnect.sample.Nature.ENTRETIEN;
import static fr.opalconnect.sample.Nature.LOYER;
import static fr.opalconnect.sample.Nature.ORDURES_MENAGERES;
import static fr.opalconnect.sample.Nature.RLS;
import static fr.opalconnect.sample.Nature.STATIONNEMENT;

import fr.opalconnect.kernel.DwellingNumber;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
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
            Map.of(
                    LOYER,
                    41_400L,
                    EAU,
                    2_200L,
                    CHAUFFAGE,
                    4_800L,
                    ENTRETIEN,
                    3_100L,
                    ORDURES_MENAGERES,
                    1_200L,
                    RLS,
                    3_863L,
                    APL,
                    7_600L)),
    FATOUMATA(
            "B0051877-1",
            CastHome.FATOUMATA,
            "2021-09-01",
            PaymentMethod.PRELEVEMENT,
            CastHabit.DEBIT_RETURNED,
            101_760,
            Map.of(
                    LOYER,
                    47_120L,
                    EAU,
                    3_450L,
                    CHAUFFAGE,
                    6_200L,
                    ENTRETIEN,
                    3_350L,
                    ORDURES_MENAGERES,
                    1_500L,
                    RLS,
                    4_400L,
                    APL,
                    18_300L)),
    KEVIN(
            "B0062540-1",
            CastHome.KEVIN,
            "2022-06-15",
            PaymentMethod.PRELEVEMENT,
            CastHabit.ALL,
            35_644,
            Map.of(LOYER, 31_114L, EAU, 1_900L, ENTRETIEN, 1_730L, ORDURES_MENAGERES, 900L)),
    KEVIN_PARKING(
            "B0062540-2",
            CastHome.KEVIN_PARKING,
            "2022-07-01",
            PaymentMethod.PRELEVEMENT,
            CastHabit.ALL,
            3_850,
            Map.of(STATIONNEMENT, 3_850L)),
    MARCHAND(
            "B0033164-1",
            CastHome.MARCHAND,
            "2004-11-01",
            PaymentMethod.VIREMENT,
            CastHabit.ALL,
            59_872,
            Map.of(LOYER, 49_612L, EAU, 2_800L, CHAUFFAGE, 4_560L, ENTRETIEN, 1_700L, ORDURES_MENAGERES, 1_200L)),
    LUCIEN(
            "B0020931-1",
            CastHome.LUCIEN,
            "1987-05-01",
            PaymentMethod.ESPECES,
            CastHabit.ALL,
            28_715,
            Map.of(
                    LOYER,
                    32_215L,
                    EAU,
                    1_300L,
                    ENTRETIEN,
                    1_600L,
                    ORDURES_MENAGERES,
                    1_000L,
                    RLS,
                    3_200L,
                    APL,
                    4_200L)),
    ODETTE(
            "B0018406-1",
            CastHome.ODETTE,
            "1979-10-01",
            PaymentMethod.CHEQUE,
            CastHabit.ALL,
            21_408,
            Map.of(
                    LOYER,
                    28_608L,
                    EAU,
                    1_250L,
                    CHAUFFAGE,
                    4_350L,
                    ENTRETIEN,
                    2_600L,
                    ORDURES_MENAGERES,
                    1_000L,
                    RLS,
                    3_500L,
                    APL,
                    12_900L)),
    MARIE_ANGE(
            "B0070725-1",
            CastHome.MARIE_ANGE,
            "2023-02-01",
            PaymentMethod.CARTE,
            CastHabit.ALL,
            47_193,
            Map.of(LOYER, 42_793L, EAU, 2_300L, ENTRETIEN, 900L, ORDURES_MENAGERES, 1_200L)),
    SAMUEL(
            "B0044092-1",
            CastHome.SAMUEL,
            "2015-01-01",
            PaymentMethod.VIREMENT,
            CastHabit.AHEAD,
            -2_540,
            Map.of(
                    LOYER,
                    35_390L,
                    EAU,
                    1_600L,
                    CHAUFFAGE,
                    4_100L,
                    ENTRETIEN,
                    2_450L,
                    ORDURES_MENAGERES,
                    1_000L,
                    RLS,
                    3_600L,
                    APL,
                    9_400L)),
    ELODIE(
            "B0057318-1",
            CastHome.ELODIE,
            "2020-04-01",
            PaymentMethod.VIREMENT,
            CastHabit.LEFT,
            18_326,
            Map.of(
                    LOYER,
                    38_890L,
                    EAU,
                    1_900L,
                    CHAUFFAGE,
                    4_300L,
                    ENTRETIEN,
                    2_500L,
                    ORDURES_MENAGERES,
                    1_100L,
                    RLS,
                    3_600L,
                    APL,
                    11_200L));

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
        return charged.containsKey(STATIONNEMENT);
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
        new CastStory(book, tariff, habit, balance.cents()).tell();
        new Papers(out, lease, calendar, Dice.of(0, Dice.Topic.PAPER, number.hashCode())).file();
    }
}
