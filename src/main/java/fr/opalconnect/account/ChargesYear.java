package fr.opalconnect.account;

import fr.opalconnect.account.ChargesTable.Stated;
import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The service charges of one year: what was advanced, and what they came to where the ERP tells it.
///
/// @param months  how many months of the year have advances in the account
/// @param themes  in the order of a notice
/// @param settled the lines that balance this year, as they stand in the account the year after
record ChargesYear(int year, int months, List<Theme> themes, List<Line> settled) {
    /// In the order of a notice.
    static final List<EntryKind> THEMES =
            List.of(EntryKind.EAU, EntryKind.CHAUFFAGE, EntryKind.ENTRETIEN, EntryKind.ORDURES_MENAGERES);

    /// @param advanced by the account's own lines
    /// @param stated   the landlord's statement; null where there is none
    record Theme(EntryKind kind, Money advanced, @Nullable Stated stated) {}

    ChargesYear {
        themes = List.copyOf(themes);
        settled = List.copyOf(settled);
    }

    /// The years that have anything to tell, the newest first.
    static List<ChargesYear> of(AccountHistory history, List<Stated> stated) {
        Set<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        stated.forEach(each -> years.add(each.year()));
        history.lines().stream().filter(ChargesYear::isAdvance).forEach(line -> years.add(yearOf(line)));
        return years.stream().map(year -> of(year, history, stated)).toList();
    }

    private static ChargesYear of(int year, AccountHistory history, List<Stated> stated) {
        List<Line> advances = history.lines().stream()
                .filter(line -> isAdvance(line) && yearOf(line) == year)
                .toList();
        List<Theme> themes = new ArrayList<>();
        for (EntryKind kind : THEMES) {
            Money advanced = sum(advances.stream()
                    .filter(line -> line.kind() == kind)
                    .map(Line::amount)
                    .toList());
            Stated told = stated.stream()
                    .filter(each -> each.year() == year && each.theme() == kind)
                    .findFirst()
                    .orElse(null);
            if (told != null || !advanced.isZero()) {
                themes.add(new Theme(kind, advanced, told));
            }
        }
        int months = (int) advances.stream().map(Line::noticeOf).distinct().count();
        List<Line> settled = history.lines().stream()
                .filter(line -> line.kind() == EntryKind.REGULARISATION_CHARGES
                        && (line.noticeOf() == null
                                        ? line.on().getYear()
                                        : line.noticeOf().getYear())
                                == year + 1)
                .toList();
        return new ChargesYear(year, months, themes, settled);
    }

    /// Whether every theme has been told.
    boolean isStated() {
        return !themes.isEmpty() && themes.stream().allMatch(theme -> theme.stated() != null);
    }

    Money advanced() {
        return sum(themes.stream().map(Theme::advanced).toList());
    }

    Money spent() {
        return sum(told().stream().map(Stated::spent).toList());
    }

    Money stated() {
        return sum(told().stream().map(Stated::advanced).toList());
    }

    /// What is to be paid; negative is given back.
    Money balance() {
        return spent().minus(stated());
    }

    /// The account's line with this very balance.
    @Nullable
    Line posted() {
        return settled.stream()
                .filter(line -> line.amount().equals(balance()))
                .findFirst()
                .orElse(null);
    }

    private List<Stated> told() {
        return themes.stream().map(Theme::stated).filter(Objects::nonNull).toList();
    }

    private static boolean isAdvance(Line line) {
        return THEMES.contains(line.kind()) && line.noticeOf() != null;
    }

    /// A correction counts for the month that it is about.
    private static int yearOf(Line line) {
        return line.term() != null
                ? line.term().getYear()
                : Objects.requireNonNull(line.noticeOf()).getYear();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
