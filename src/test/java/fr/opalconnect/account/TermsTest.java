package fr.opalconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.account.Term.State;
import fr.opalconnect.kernel.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// When a term is settled, and what was received for it: the rule behind every quittance.
class TermsTest {
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final List<Line> lines = new ArrayList<>();
    private final List<RentNotice> notices = new ArrayList<>();
    private Money balance = Money.ZERO;
    private int entries;

    @Test
    void a_term_is_settled_on_the_day_of_its_last_payment() {
        called(OCTOBER, 40_000);
        paid("2026-11-03", 15_000);
        paid("2026-11-20", 25_000);
        Term october = term(OCTOBER);
        assertThat(october.state()).isEqualTo(State.SETTLED);
        assertThat(october.settledOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(received(october)).containsExactly(15_000L, 25_000L);
    }

    @Test
    void one_cent_short_is_not_settled() {
        called(OCTOBER, 40_000);
        paid("2026-11-03", 39_999);
        Term october = term(OCTOBER);
        assertThat(october.state()).isEqualTo(State.PARTLY_PAID);
        assertThat(october.settledOn()).isNull();
        assertThat(october.unpaid()).isEqualTo(new Money(1));
        assertThat(october.paid()).isEqualTo(new Money(39_999));
    }

    @Test
    void money_goes_to_the_oldest_debt_first_whatever_was_meant() {
        called(SEPTEMBER, 40_000);
        called(OCTOBER, 41_000);
        paid("2026-11-03", 41_000);
        assertThat(term(SEPTEMBER).state()).isEqualTo(State.SETTLED);
        assertThat(term(OCTOBER).state()).isEqualTo(State.PARTLY_PAID);
        assertThat(received(term(OCTOBER))).containsExactly(1_000L);
    }

    @Test
    void a_debit_that_came_back_takes_the_quittance_away() {
        called(OCTOBER, 40_000);
        paid("2026-11-05", 40_000);
        assertThat(term(OCTOBER).isSettled()).isTrue();
        post(EntryKind.REJET_PRELEVEMENT, "2026-11-09", 40_000);
        assertThat(term(OCTOBER).state()).isEqualTo(State.UNPAID);
        assertThat(received(term(OCTOBER))).containsExactly(40_000L, -40_000L);
        paid("2026-11-15", 40_000);
        assertThat(term(OCTOBER).settledOn()).isEqualTo(LocalDate.of(2026, 11, 15));
    }

    @Test
    void benefits_on_the_notice_are_no_money_received() {
        called(OCTOBER, 60_000, EntryKind.APL, -20_000);
        called(OCTOBER.plusMonths(1), 40_000);
        paid("2026-11-27", 15_000);
        Term october = term(OCTOBER);
        assertThat(october.called()).isEqualTo(new Money(40_000));
        assertThat(october.unpaid()).isEqualTo(new Money(25_000));
        assertThat(received(october)).containsExactly(15_000L);
        assertThat(october.toldOn()).isEqualTo(LocalDate.of(2026, 11, 27));
    }

    @Test
    void an_advance_settles_a_term_on_the_day_it_is_called() {
        paid("2026-10-10", 50_000);
        called(OCTOBER, 40_000);
        Term october = term(OCTOBER);
        assertThat(october.settledOn()).isEqualTo(LocalDate.of(2026, 10, 26));
        assertThat(october.received()).hasSize(1);
        assertThat(october.received().getFirst().kind()).isNull();
        assertThat(received(october)).containsExactly(40_000L);
    }

    @Test
    void what_a_repayment_plan_holds_is_not_paid() {
        called(AUGUST, 40_000);
        called(SEPTEMBER, 40_000);
        paid("2026-10-03", 10_000);
        post(EntryKind.PLAN_APUREMENT, "2026-10-04", -70_000);
        called(OCTOBER, 40_000);
        paid("2026-11-03", 40_000);
        assertThat(balance).isEqualTo(Money.ZERO);
        assertThat(term(SEPTEMBER).state()).isEqualTo(State.IN_PLAN);
        assertThat(term(SEPTEMBER).inPlan()).isEqualTo(new Money(40_000));
        assertThat(term(AUGUST).state()).isEqualTo(State.PARTLY_PAID);
        assertThat(term(AUGUST).paid()).isEqualTo(new Money(10_000));
        assertThat(term(OCTOBER).state()).isEqualTo(State.SETTLED);
    }

    @Test
    void a_plan_that_was_paid_back_settles_its_months() {
        called(AUGUST, 40_000);
        post(EntryKind.PLAN_APUREMENT, "2026-09-04", -40_000);
        called(SEPTEMBER, 40_000, EntryKind.ECHEANCE_PLAN, 20_000);
        paid("2026-10-03", 60_000);
        assertThat(term(AUGUST).inPlan()).isEqualTo(new Money(20_000));
        called(OCTOBER, 40_000, EntryKind.ECHEANCE_PLAN, 20_000);
        paid("2026-11-03", 60_000);
        assertThat(book().terms()).allMatch(Term::isSettled);
    }

    @Test
    void a_month_that_asks_for_nothing_is_settled_and_says_so_of_nothing_else() {
        called(SEPTEMBER, 40_000);
        called(OCTOBER, -3_000);
        assertThat(term(OCTOBER).isSettled()).isTrue();
        assertThat(term(OCTOBER).called()).isEqualTo(Money.ZERO);
        assertThat(term(SEPTEMBER).unpaid()).isEqualTo(new Money(37_000));
    }

    @Test
    void says_of_each_month_what_accueil_says() {
        called(AUGUST, 40_000);
        paid("2026-09-03", 40_000);
        called(SEPTEMBER, 40_000);
        paid("2026-10-03", 25_000);
        called(OCTOBER, 41_237);
        List<AccountMonth> shown = book().overview().months();
        assertThat(book().terms().reversed().stream()
                        .map(term -> new AccountMonth(term.month(), term.called(), term.unpaid())))
                .containsExactlyElementsOf(shown);
    }

    @Test
    void a_second_notice_of_a_month_belongs_to_its_term() {
        called(OCTOBER, 40_000);
        called(OCTOBER, 2_000);
        paid("2026-11-03", 40_000);
        assertThat(book().terms()).hasSize(1);
        assertThat(term(OCTOBER).called()).isEqualTo(new Money(42_000));
        assertThat(term(OCTOBER).unpaid()).isEqualTo(new Money(2_000));
        assertThat(term(OCTOBER).total()).isEqualTo(new Money(42_000));
    }

    private AccountBook book() {
        return new AccountBook(notices, lines, null, List.of());
    }

    private Term term(YearMonth month) {
        Term term = book().term(month);
        assertThat(term).isNotNull();
        return term;
    }

    private static List<Long> received(Term term) {
        assertThat(term.received().stream().map(Term.Received::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(term.paid());
        return term.received().stream().map(each -> each.amount().cents()).toList();
    }

    private void called(YearMonth month, long cents) {
        called(month, cents, EntryKind.ECHEANCE_PLAN, 0);
    }

    private void called(YearMonth month, long cents, EntryKind more, long extra) {
        String id = month + "-" + notices.size();
        LocalDate issued = month.atDay(26);
        Money total = new Money(cents + extra);
        notices.addFirst(
                new RentNotice(id, month, issued, month.plusMonths(1).atDay(5), balance, total, balance.plus(total)));
        add(EntryKind.LOYER, issued, cents, id);
        if (extra != 0) {
            add(more, issued, extra, id);
        }
    }

    private void paid(String day, long cents) {
        post(EntryKind.PAIEMENT, day, -cents);
    }

    private void post(EntryKind kind, String day, long cents) {
        add(kind, LocalDate.parse(day), cents, null);
    }

    private void add(EntryKind kind, LocalDate day, long cents, @Nullable String notice) {
        balance = balance.plus(new Money(cents));
        lines.add(new Line("E" + entries++, kind, "", day, new Money(cents), balance, notice, null, null, null, null));
    }
}
