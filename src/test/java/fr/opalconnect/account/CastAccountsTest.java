package fr.opalconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.account.Statement.Line;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastLease;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The accounts of the cast, as the real import brought them in.
@WholeApplication
class CastAccountsTest {
    @Autowired
    private Imports imports;

    @Autowired
    private Tenancies tenancies;

    @Autowired
    private RentAccounts accounts;

    @Autowired
    private TextBundles texts;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(imports);
    }

    @ParameterizedTest
    @EnumSource
    void everyone_of_the_cast_is_found_by_the_two_numbers_on_the_notice(Cast who) {
        Tenancy found = tenancies.match(who.tenant(), who.dwelling());
        assertThat(found).isNotNull();
        assertThat(found.number()).isEqualTo(who.tenant());
        assertThat(found.leaseNumbers())
                .containsExactlyInAnyOrderElementsOf(
                        who.leases().stream().map(CastLease::number).toList());
    }

    @ParameterizedTest
    @EnumSource
    void every_account_says_what_the_erp_says(Cast who) {
        Tenancy tenancy = Objects.requireNonNull(tenancies.find(who.tenant()));
        for (CastLease lease : who.leases()) {
            SignedInTenant session =
                    new SignedInTenant(who.tenant(), lease.number(), tenancy.leaseNumbers(), new UUID(0, 1));
            AccountOverview overview = accounts.overview(session);
            assertThat(overview.balance()).isEqualTo(lease.balance());
            assertThat(overview.notices()).isNotEmpty();
            Statement statement = accounts.statement(session, null);
            assertThat(statement.balance()).isEqualTo(lease.balance());
            assertThat(statement.lines().getFirst().balance()).isEqualTo(lease.balance());
            assertThat(statement.lines()).noneMatch(line -> line.kind() == EntryKind.AUTRE);
            assertThat(accounts.statement(session, 1990))
                    .as("a year without lines")
                    .isEqualTo(statement);
            assertThat(sumOfAllYears(session, statement)).isEqualTo(lease.balance());
        }
    }

    @Test
    void a_spreadsheet_of_the_readers_language_opens_the_statement() {
        SignedInTenant nadia = new SignedInTenant(
                Cast.NADIA_BENALI.tenant(),
                Cast.NADIA_BENALI.lease().number(),
                List.of(Cast.NADIA_BENALI.lease().number()),
                new UUID(0, 1));
        Statement statement = accounts.statement(nadia, null);
        assertThat(file(statement, Locale.FRENCH))
                .contains("412,37", ";Solde (€)")
                .startsWith("\uFEFFDate;");
        assertThat(file(statement, Locale.ENGLISH)).contains("412.37").startsWith("\uFEFFDate,");
    }

    private String file(Statement statement, Locale language) {
        return new String(StatementFile.csv(statement, texts.in(language)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(value = Cast.class, names = "NADIA_BENALI")
    void nadia_owes_412_37_by_a_fifth_that_lies_ahead(Cast nadia) {
        LocalDate today = LocalDate.now(Texts.ZONE);
        SignedInTenant session = new SignedInTenant(
                nadia.tenant(),
                nadia.lease().number(),
                Objects.requireNonNull(tenancies.find(nadia.tenant())).leaseNumbers(),
                new UUID(0, 1));
        Standing standing = accounts.overview(session).standing(today);
        assertThat(standing).isInstanceOfSatisfying(Standing.Due.class, due -> {
            assertThat(due.amount()).isEqualTo(new Money(41237));
            assertThat(due.overdue()).isEqualTo(Money.ZERO);
            assertThat(due.by()).isAfterOrEqualTo(today);
            assertThat(due.by().getDayOfMonth()).isEqualTo(5);
        });
    }

    private Money sumOfAllYears(SignedInTenant session, Statement latest) {
        return latest.years().stream()
                .flatMap(year -> accounts.statement(session, year).lines().stream())
                .map(Line::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
