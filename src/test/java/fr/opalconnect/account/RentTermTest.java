package fr.opalconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Terms cut out of ledgers written by hand, tidy ones and untidy ones.
class RentTermTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

    private final List<Line> ledger = new ArrayList<>();

    @Test
    void a_term_goes_from_the_balance_before_it_to_the_balance_after_it() {
        called(JANUARY, EntryKind.LOYER, 40_000);
        called(JANUARY, EntryKind.APL, -10_000);
        moved(EntryKind.PAIEMENT, -30_000);
        called(FEBRUARY, EntryKind.LOYER, 41_000);
        called(FEBRUARY, EntryKind.APL, -10_000);
        moved(EntryKind.PAIEMENT, -5_000);
        List<RentTerm> terms = RentTerm.of(ledger);
        assertThat(terms).extracting(RentTerm::month).containsExactly(JANUARY, FEBRUARY);
        RentTerm february = terms.get(1);
        assertThat(february.opening()).isEqualTo(new Money(30_000));
        assertThat(february.movements()).extracting(Line::amount).containsExactly(new Money(-30_000));
        assertThat(february.total()).isEqualTo(new Money(31_000));
        assertThat(february.charged()).isEqualTo(new Money(41_000));
        assertThat(february.granted()).isEqualTo(new Money(10_000));
        assertThat(february.closing()).isEqualTo(new Money(31_000));
        AccountHistory history = new AccountHistory(ledger, null, List.of());
        assertThat(history.since(february)).extracting(Line::amount).containsExactly(new Money(-5_000));
        assertThat(history.balance()).isEqualTo(new Money(26_000));
    }

    @Test
    void whatever_the_order_the_parts_make_the_balance() {
        moved(EntryKind.SOLDE_ANTERIEUR, 7_700);
        called(JANUARY, EntryKind.LOYER, 40_000);
        called(FEBRUARY, EntryKind.LOYER, 41_000);
        moved(EntryKind.PAIEMENT, -40_000);
        called(JANUARY, EntryKind.EAU, 2_000); // a second notice for a month that is past
        called(FEBRUARY, EntryKind.RLS, -3_000);
        for (RentTerm term : RentTerm.of(ledger)) {
            Money moved = term.movements().stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
            assertThat(term.opening().plus(moved).plus(term.total())).isEqualTo(term.closing());
        }
        assertThat(RentTerm.of(ledger).getLast().closing())
                .isEqualTo(ledger.getLast().balance());
    }

    @Test
    void changes_are_named_by_kind_and_equal_lines_are_not_named() {
        called(JANUARY, EntryKind.LOYER, 40_000);
        called(JANUARY, EntryKind.EAU, 2_000);
        called(JANUARY, EntryKind.PENALITE, 762);
        called(FEBRUARY, EntryKind.LOYER, 40_480);
        called(FEBRUARY, EntryKind.EAU, 2_000);
        called(FEBRUARY, EntryKind.APL_RAPPEL, -6_000);
        List<RentTerm> terms = RentTerm.of(ledger);
        assertThat(terms.get(1).changesSince(terms.get(0)))
                .containsExactly(
                        new RentTerm.Change(EntryKind.LOYER, new Money(40_000), new Money(40_480)),
                        new RentTerm.Change(EntryKind.APL_RAPPEL, null, new Money(-6_000)),
                        new RentTerm.Change(EntryKind.PENALITE, new Money(762), null));
    }

    @Test
    void a_benefit_is_told_from_when_to_when_with_its_back_pay() {
        called(JANUARY.minusMonths(1), EntryKind.LOYER, 40_000);
        called(JANUARY, EntryKind.APL, -7_000);
        called(FEBRUARY, EntryKind.APL, -7_000);
        called(FEBRUARY.plusMonths(1), EntryKind.APL, -7_600);
        called(FEBRUARY.plusMonths(1), EntryKind.APL_RAPPEL, -1_200);
        Benefit apl = Benefit.apl(new AccountHistory(ledger, null, List.of()));
        assertThat(apl.spans())
                .containsExactly(
                        new Benefit.Span(FEBRUARY.plusMonths(1), FEBRUARY.plusMonths(1), new Money(7_600)),
                        new Benefit.Span(JANUARY, FEBRUARY, new Money(7_000)));
        assertThat(apl.backPay()).extracting(Line::amount).containsExactly(new Money(-1_200));
        assertThat(Benefit.rls(new AccountHistory(ledger, null, List.of())).isKnown())
                .isFalse();
    }

    @Test
    void a_reduction_for_another_month_is_back_pay() {
        called(FEBRUARY, EntryKind.RLS, -3_000);
        add(EntryKind.RLS, -900, FEBRUARY, JANUARY);
        Benefit rls = Benefit.rls(new AccountHistory(ledger, null, List.of()));
        assertThat(rls.spans()).containsExactly(new Benefit.Span(FEBRUARY, FEBRUARY, new Money(3_000)));
        assertThat(rls.backPay()).extracting(Line::otherMonth).containsExactly(JANUARY);
    }

    @Test
    void the_bars_are_as_long_as_the_sums_and_nothing_vanishes() {
        called(JANUARY, EntryKind.LOYER, 60_000);
        called(JANUARY, EntryKind.EAU, 1);
        called(JANUARY, EntryKind.APL, -20_000);
        RentTerm term = RentTerm.of(ledger).getFirst();
        StackedBar asked = StackedBar.asked(term);
        assertThat(asked.parts()).extracting(StackedBar.Part::slice).containsExactly(Slice.RENT, Slice.WATER);
        assertThat(asked.parts().get(1).width()).isEqualTo(8);
        assertThat(asked.parts().stream().mapToDouble(StackedBar.Part::width).sum())
                .isEqualTo(StackedBar.WIDTH, org.assertj.core.data.Offset.offset(0.1));
        StackedBar paid = StackedBar.paid(term);
        assertThat(paid.parts()).extracting(StackedBar.Part::slice).containsExactly(Slice.YOURS, Slice.BENEFIT);
        assertThat(paid.parts().get(1).width()).isEqualTo(200, org.assertj.core.data.Offset.offset(0.1));
    }

    private void called(YearMonth month, EntryKind kind, long cents) {
        add(kind, cents, month, month);
    }

    private void moved(EntryKind kind, long cents) {
        add(kind, cents, null, null);
    }

    private void add(EntryKind kind, long cents, @Nullable YearMonth notice, @Nullable YearMonth term) {
        Money before = ledger.isEmpty() ? Money.ZERO : ledger.getLast().balance();
        LocalDate on = LocalDate.of(2026, 1, 1).plusDays(ledger.size());
        ledger.add(new Line(
                "E" + ledger.size(),
                kind,
                "",
                on,
                new Money(cents),
                before.plus(new Money(cents)),
                notice == null ? null : "N" + notice,
                notice == null ? null : notice.plusMonths(1).atDay(5),
                notice,
                term,
                null));
    }
}
