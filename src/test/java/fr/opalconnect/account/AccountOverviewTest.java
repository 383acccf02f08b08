package fr.opalconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountOverviewTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final RentNotice NOVEMBER = notice(YearMonth.of(2026, 11), LocalDate.of(2026, 12, 5), 41237);
    private static final RentNotice OCTOBER = notice(YearMonth.of(2026, 10), LocalDate.of(2026, 11, 5), 40000);
    private static final RentNotice SEPTEMBER = notice(YearMonth.of(2026, 9), LocalDate.of(2026, 10, 5), 40000);

    @Test
    void asks_for_the_latest_notice_by_its_day_when_nothing_else_is_owed() {
        assertThat(overview(41237).standing(TODAY))
                .isEqualTo(new Standing.Due(
                        new Money(41237), LocalDate.of(2026, 12, 5), Money.ZERO, YearMonth.of(2026, 11)));
    }

    @Test
    void names_the_part_that_is_already_late() {
        assertThat(overview(41237 + 40000 + 100).standing(TODAY))
                .isEqualTo(new Standing.Due(
                        new Money(81337), LocalDate.of(2026, 12, 5), new Money(40100), YearMonth.of(2026, 11)));
    }

    @Test
    void is_late_since_the_oldest_unpaid_notice_when_no_due_day_lies_ahead() {
        AccountOverview late = new AccountOverview(new Money(50000), List.of(OCTOBER, SEPTEMBER), null, List.of());
        assertThat(late.standing(TODAY)).isEqualTo(new Standing.Late(new Money(50000), LocalDate.of(2026, 10, 5)));
    }

    @Test
    void is_up_to_date_at_zero_and_in_credit() {
        assertThat(overview(0).standing(TODAY)).isEqualTo(new Standing.UpToDate(Money.ZERO));
        assertThat(overview(-1500).standing(TODAY)).isEqualTo(new Standing.UpToDate(new Money(1500)));
    }

    @Test
    void nobody_has_to_do_anything_where_a_debit_takes_all_that_is_left() {
        LocalDate tenth = LocalDate.of(2026, 12, 10);
        assertThat(with(debit(41237, tenth)).collectedOn()).isEqualTo(tenth);
        assertThat(with(debit(41236, tenth)).collectedOn()).isNull();
        assertThat(with().collectedOn()).isNull();
    }

    private static AccountOverview with(Coming... coming) {
        return new AccountOverview(new Money(41237), List.of(NOVEMBER, OCTOBER), null, List.of(coming));
    }

    private static Coming debit(long cents, LocalDate on) {
        return new Coming(
                UUID.randomUUID(),
                new LeaseNumber("B1"),
                Coming.Method.DIRECT_DEBIT,
                new Money(cents),
                "PRLV-1",
                Coming.State.ANNOUNCED,
                Instant.EPOCH,
                on);
    }

    @Test
    void is_due_until_the_due_day_itself_is_over() {
        assertThat(overview(41237).standing(LocalDate.of(2026, 12, 5))).isInstanceOf(Standing.Due.class);
        assertThat(overview(41237).standing(LocalDate.of(2026, 12, 6))).isInstanceOf(Standing.Late.class);
    }

    @Test
    void lays_what_is_owed_on_the_newest_months_because_payments_settle_the_oldest() {
        assertThat(overview(41237 + 14400).months())
                .containsExactly(
                        new AccountMonth(YearMonth.of(2026, 9), new Money(40000), Money.ZERO),
                        new AccountMonth(YearMonth.of(2026, 10), new Money(40000), new Money(14400)),
                        new AccountMonth(YearMonth.of(2026, 11), new Money(41237), new Money(41237)));
    }

    @Test
    void counts_a_month_whose_benefits_exceed_the_rent_as_asking_nothing() {
        RentNotice refund = notice(YearMonth.of(2026, 11), LocalDate.of(2026, 12, 5), -2000);
        AccountOverview account = new AccountOverview(new Money(100), List.of(refund, OCTOBER), null, List.of());
        assertThat(account.months())
                .containsExactly(
                        new AccountMonth(YearMonth.of(2026, 10), new Money(40000), new Money(100)),
                        new AccountMonth(YearMonth.of(2026, 11), Money.ZERO, Money.ZERO));
    }

    private static AccountOverview overview(long balanceCents) {
        return new AccountOverview(new Money(balanceCents), List.of(NOVEMBER, OCTOBER, SEPTEMBER), null, List.of());
    }

    private static RentNotice notice(YearMonth period, LocalDate dueOn, long totalCents) {
        return new RentNotice(
                "A" + period,
                period,
                period.atDay(25),
                dueOn,
                Money.ZERO,
                new Money(totalCents),
                new Money(totalCents));
    }
}
