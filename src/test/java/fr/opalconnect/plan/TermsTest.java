package fr.opalconnect.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.account.AccountOverview;
import fr.opalconnect.account.RentNotice;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.plan.Progress.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The arithmetic of a plan, and its states.
class TermsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final PlanSettings SETTINGS = new PlanSettings(5_000, 2_000, 24, 15, 10);

    @Test
    void whatever_the_debt_the_instalments_are_it_and_none_is_empty() {
        for (long cents = 5_000; cents < 60_000; cents += 37) {
            Money debt = Money.ofCents(cents);
            for (int months = 2; months <= SETTINGS.mostMonths(debt); months++) {
                Terms terms = Terms.of(debt, months, TODAY, SETTINGS);
                List<Terms.Part> parts = terms.parts();
                assertThat(parts).hasSize(months);
                assertThat(parts.stream().map(Terms.Part::amount).reduce(Money.ZERO, Money::plus))
                        .isEqualTo(debt);
                assertThat(parts).allMatch(part -> part.amount().isPositive());
                assertThat(terms.last()).isLessThanOrEqualTo(terms.each());
                assertThat(terms.end()).isEqualTo(parts.getLast().dueOn());
            }
        }
        assertThat(new Terms(Money.ofCents(5), 4, TODAY).parts())
                .extracting(part -> part.amount().cents())
                .containsExactly(2L, 1L, 1L, 1L);
    }

    @Test
    void the_bounds_hold() {
        assertThat(Terms.of(Money.ofCents(4_999), 2, TODAY, SETTINGS)).isNull();
        assertThat(Terms.of(Money.ofCents(10_000), 5, TODAY, SETTINGS)).isNotNull();
        assertThat(Terms.of(Money.ofCents(10_000), 6, TODAY, SETTINGS)).isNull();
        assertThat(Terms.of(Money.ofCents(10_000), 1, TODAY, SETTINGS)).isNull();
        assertThat(Terms.of(Money.ofCents(1_000_000), 25, TODAY, SETTINGS)).isNull();
    }

    @Test
    void the_first_day_leaves_time_and_days_stay_days_of_the_month() {
        assertThat(Terms.of(Money.ofCents(41_237), 6, TODAY, SETTINGS).first()).isEqualTo("2026-12-10");
        assertThat(Terms.of(Money.ofCents(41_237), 6, TODAY.plusDays(3), SETTINGS)
                        .first())
                .isEqualTo("2027-01-10");
    }

    @Test
    void an_amount_a_month_becomes_months_and_says_what_cannot_be() {
        Money debt = Money.ofCents(41_237);
        assertThat(Wish.of(debt, "", "75", SETTINGS).months()).isEqualTo(6);
        assertThat(Wish.of(debt, "", " 68,73 € ", SETTINGS).months()).isEqualTo(6);
        assertThat(Wish.of(debt, "9", "", SETTINGS).months()).isEqualTo(9);
        assertThat(Wish.of(debt, "999", "", SETTINGS).months()).isEqualTo(20);
        assertThat(Wish.of(debt, "", "5", SETTINGS).mistake().textKey()).isEqualTo("plan.error.little");
        assertThat(Wish.of(debt, "", "412,37", SETTINGS).mistake().textKey()).isEqualTo("plan.error.whole");
        assertThat(Wish.of(debt, "", "beaucoup", SETTINGS).mistake().textKey()).isEqualTo("plan.error.amount");
        assertThat(Wish.of(debt, "", "0,00", SETTINGS).mistake().textKey()).isEqualTo("plan.error.amount");
    }

    @Test
    void current_rent_comes_first_and_what_is_more_settles_the_oldest_instalment() {
        Plan plan = plan(300_00, 3);
        // Nothing paid; a notice since, not due yet, is no arrears.
        assertThat(states(plan, 300_00, List.of(), 0)).containsExactly(State.NEXT, State.TO_COME, State.TO_COME);
        assertThat(states(plan, 800_00, List.of(notice(500_00, TODAY.plusDays(12))), 0))
                .containsExactly(State.NEXT, State.TO_COME, State.TO_COME);
        // The rent was due and was not paid: what was paid went to it.
        assertThat(states(plan, 300_00, List.of(notice(500_00, TODAY.minusDays(2))), 0))
                .containsExactly(State.NEXT, State.TO_COME, State.TO_COME);
        assertThat(states(plan, 200_00, List.of(), 0)).containsExactly(State.PAID, State.NEXT, State.TO_COME);
        assertThat(states(plan, 300_00, List.of(), 100_00)).containsExactly(State.PAID, State.NEXT, State.TO_COME);
        assertThat(states(plan, 0, List.of(), 0)).containsOnly(State.PAID);
        assertThat(states(plan, -50_00, List.of(), 0)).containsOnly(State.PAID);
        // A part of an instalment does not pay the next one.
        assertThat(states(plan, 150_00, List.of(), 0)).containsExactly(State.PAID, State.NEXT, State.TO_COME);
    }

    @Test
    void an_instalment_paid_by_name_is_paid_whatever_the_account_says() {
        Plan plan = plan(300_00, 3);
        UUID second = plan.instalments().get(1).id();
        AccountOverview account = new AccountOverview(Money.ofCents(200_00), List.of(), Instant.EPOCH, List.of());
        assertThat(Progress.of(plan, account, Money.ZERO, Set.of(second), TODAY))
                .extracting(Progress.Shown::state)
                .containsExactly(State.NEXT, State.PAID, State.TO_COME);
        assertThat(Progress.of(plan, account, Money.ZERO, Set.of(), LocalDate.of(2027, 3, 1)))
                .extracting(Progress.Shown::state)
                .containsExactly(State.PAID, State.LATE, State.LATE);
    }

    @Test
    void only_the_edges_lead_on_and_each_ending_is_one() {
        int ways = 0;
        for (PlanState from : PlanState.values()) {
            for (PlanState to : PlanState.values()) {
                for (PlanState.By by : PlanState.By.values()) {
                    ways += from.mayBecome(to, by) ? 1 : 0;
                }
            }
        }
        assertThat(ways).isEqualTo(PlanState.EDGES.size());
        EnumSet.of(PlanState.REFUSED, PlanState.WITHDRAWN, PlanState.COMPLETED, PlanState.ENDED)
                .forEach(end -> assertThat(PlanState.EDGES).noneMatch(edge -> edge.from() == end));
        assertThat(PlanState.REQUESTED.mayBecome(PlanState.ACCEPTED, PlanState.By.TENANT))
                .isFalse();
        assertThat(PlanState.PROPOSED.mayBecome(PlanState.ACCEPTED, PlanState.By.STAFF))
                .isFalse();
    }

    private static List<State> states(Plan plan, long balance, List<RentNotice> notices, long onItsWay) {
        AccountOverview account = new AccountOverview(Money.ofCents(balance), notices, Instant.EPOCH, List.of());
        return Progress.of(plan, account, Money.ofCents(onItsWay), Set.of(), TODAY).stream()
                .map(Progress.Shown::state)
                .toList();
    }

    private static RentNotice notice(long cents, LocalDate due) {
        Money total = Money.ofCents(cents);
        return new RentNotice("A", YearMonth.from(due), due.minusDays(10), due, Money.ZERO, total, total);
    }

    private static Plan plan(long debt, int months) {
        List<Plan.Instalment> instalments = new ArrayList<>();
        for (Terms.Part part : new Terms(Money.ofCents(debt), months, LocalDate.of(2026, 12, 10)).parts()) {
            instalments.add(
                    new Plan.Instalment(UUID.randomUUID(), instalments.size() + 1, part.dueOn(), part.amount()));
        }
        return new Plan(
                UUID.randomUUID(),
                new LeaseNumber("B1"),
                new TenantNumber("1"),
                UUID.randomUUID(),
                PlanState.ACCEPTED,
                Money.ofCents(debt),
                TODAY.minusDays(60),
                Instant.EPOCH,
                Instant.EPOCH,
                instalments);
    }
}
