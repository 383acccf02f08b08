package fr.opalconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.Emptied;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.account.Statement.Block;
import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A small ledger written by hand: the sums are those of this file.
@WholeApplication
class LedgerTableTest {
    private static final LeaseNumber LEASE = new LeaseNumber("HAND-1");
    private static final SignedInTenant WHO =
            new SignedInTenant(new TenantNumber("1"), LEASE, List.of(LEASE), new UUID(0, 1));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RentAccounts accounts;

    @BeforeEach
    void write() {
        Emptied.by(jdbc, "DELETE FROM account.ledger_entry WHERE lease_number LIKE 'HAND-%'");
        Emptied.by(jdbc, "DELETE FROM account.rent_notice WHERE lease_number LIKE 'HAND-%'");
        notice("HAND-N10", "2025-12-01", "2025-12-26", "2026-01-05", 25090);
        notice("HAND-N11", "2026-01-01", "2026-01-26", "2026-02-05", 30000);
        entry("HAND-1", "E01", "HAND-N10", "LOYER", "2025-12-26", 41210, 0);
        entry("HAND-1", "E02", "HAND-N10", "APL", "2025-12-26", 0, 16120);
        entry("HAND-1", "E03", null, "PAIEMENT", "2026-01-04", 0, 25090);
        entry("HAND-1", "E04", "HAND-N11", "LOYER", "2026-01-26", 30000, 0);
        entry("HAND-1", "E05", null, "QUELQUE_CHOSE", "2026-01-27", 500, 0);
        entry("HAND-2", "E06", null, "LOYER", "2026-01-27", 99999, 0);
        jdbc.sql("UPDATE account.ledger_entry SET closed_at = now() WHERE id = 'E05'")
                .update();
    }

    @Test
    void sums_only_the_open_entries_of_the_lease_looked_at() {
        assertThat(accounts.overview(WHO).balance()).isEqualTo(new Money(30000));
        assertThat(accounts.overview(WHO).notices()).extracting(RentNotice::id).containsExactly("HAND-N11", "HAND-N10");
    }

    @Test
    void shows_the_latest_year_unless_another_is_asked_for() {
        Statement statement = accounts.statement(WHO, null);
        assertThat(statement.year()).isEqualTo(2026);
        assertThat(statement.years()).containsExactly(2026, 2025);
        assertThat(statement.balance()).isEqualTo(new Money(30000));
        assertThat(statement.lines()).extracting(Line::id).containsExactly("E04", "E03");
    }

    @Test
    void carries_the_running_balance_over_the_years() {
        assertThat(accounts.statement(WHO, 2026).lines())
                .extracting(Line::balance)
                .containsExactly(new Money(30000), Money.ZERO);
        assertThat(accounts.statement(WHO, 2025).lines())
                .extracting(Line::balance)
                .containsExactly(new Money(25090), new Money(41210));
    }

    @Test
    void keeps_the_lines_of_a_notice_together_in_the_order_of_the_paper() {
        List<Statement.Month> months = accounts.statement(WHO, 2025).months();
        assertThat(months).hasSize(1);
        Block block = months.getFirst().blocks().getFirst();
        assertThat(block.isNotice()).isTrue();
        assertThat(block.asPrinted()).extracting(Line::kind).containsExactly(EntryKind.LOYER, EntryKind.APL);
        assertThat(block.total()).isEqualTo(new Money(25090));
        assertThat(block.balance()).isEqualTo(new Money(25090));
        assertThat(block.first().noticeDue()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(block.first().term()).isEqualTo(YearMonth.of(2025, 12));
    }

    @Test
    void an_empty_account_is_shown_as_such_and_a_year_without_lines_leads_to_the_latest() {
        LeaseNumber none = new LeaseNumber("HAND-3");
        SignedInTenant newcomer = new SignedInTenant(new TenantNumber("3"), none, List.of(none), new UUID(0, 3));
        assertThat(accounts.statement(newcomer, null).lines()).isEmpty();
        assertThat(accounts.statement(newcomer, null).years()).isEmpty();
        assertThat(accounts.overview(newcomer).standing(LocalDate.of(2026, 11, 23)))
                .isEqualTo(new Standing.UpToDate(Money.ZERO));
        assertThat(accounts.statement(WHO, 1999).lines())
                .isEqualTo(accounts.statement(WHO, 2026).lines());
        assertThat(accounts.statement(WHO, 1999).years()).containsExactly(2026, 2025);
    }

    private void notice(String id, String period, String issued, String due, long total) {
        jdbc.sql("""
                        INSERT INTO account.rent_notice (id, lease_number, period, issued_on, due_on,
                            brought_forward_cents, month_total_cents, net_to_pay_cents)
                        VALUES (?, 'HAND-1', ?::date, ?::date, ?::date, 0, ?, ?)
                        """).params(id, period, issued, due, total, total).update();
    }

    private void entry(String lease, String id, String notice, String kind, String on, long debit, long credit) {
        jdbc.sql("""
                        INSERT INTO account.ledger_entry (lease_number, id, notice_id, kind, label, period,
                            operation_date, value_date, debit_cents, credit_cents, direct_debit)
                        VALUES (?, ?, ?, ?, 'libellé', date_trunc('month', ?::date), ?::date, ?::date, ?, ?, true)
                        """).params(lease, id, notice, kind, on, on, on, debit, credit).update();
    }
}
