package fr.opalconnect.document;

import static fr.opalconnect.document.PapersPageTest.french;
import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HowOften;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.account.AccountBook;
import fr.opalconnect.account.AccountMonth;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.account.RentNotice;
import fr.opalconnect.account.Term;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.sample.PackageMaker;
import fr.opalconnect.sample.Recipe;
import fr.opalconnect.tenancy.Tenancies;
import fr.opalconnect.tenancy.Tenancy;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands on paper, read back from the PDF, is what the page says, and both are what the ledger sums up to. For
/// some invented accounts here, with every paper of each; `-Dsums.accounts=10000` makes a landlord of so many, takes
/// all
/// of them, and reads one paper of each back, by turns: reading a PDF takes longer than making it.
@WholeApplication
class SumsOnPaperTest {
    private static final int SOME = 20;
    private static final int ALL = -1;
    private static final int STATEMENT = 0;
    private static final int NOTICE = 1;
    private static final int QUITTANCE = 2;
    private static final int PART_RECEIPT = 3;
    private static final int PAPERS = 4;
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private Tenancies tenancies;

    @Autowired
    private RentAccounts accounts;

    @Autowired
    private PaperMaker maker;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void paper_says_what_the_page_says_and_both_what_the_ledger_sums_up_to() throws IOException {
        int wanted = (int) HowOften.of("sums.accounts", SOME, 10_000);
        if (wanted > SOME) {
            bringIn(wanted);
        } else {
            DemoLandlord.bringInto(imports);
        }
        List<String> numbers =
                jdbc.sql("""
                        SELECT tenant_number FROM (
                            SELECT DISTINCT h.tenant_number FROM tenancy.lease_holder h
                            JOIN account.rent_notice n ON n.lease_number = h.lease_number
                            WHERE h.closed_at IS NULL AND h.role <> 'OCCUPANT' AND n.closed_at IS NULL) t
                        ORDER BY md5(tenant_number) LIMIT :wanted
                        """).param("wanted", wanted).query(String.class).list();
        assertThat(numbers).hasSize(wanted);
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, wanted).parallel().forEach(place -> {
            Tenancy tenancy = Objects.requireNonNull(tenancies.find(new TenantNumber(numbers.get(place))));
            check(tenancy, wanted > SOME ? place % PAPERS : ALL);
            if (done.incrementAndGet() % 1_000 == 0) {
                System.out.println(done + " accounts");
            }
        });
    }

    private void bringIn(int wanted) throws IOException {
        Path folder = Files.createTempDirectory("opal-sums");
        new PackageMaker(Recipe.of(wanted + wanted / 10, 12, 10_000, LocalDate.now(Texts.ZONE))).writeTo(folder);
        assertThat(imports.take(folder, true).isFaultless()).isTrue();
    }

    /// @param paper which one is read back, or [#ALL]
    private void check(Tenancy tenancy, int paper) {
        SignedInTenant who = new SignedInTenant(
                tenancy.number(), tenancy.leases().getFirst().number(), tenancy.leaseNumbers(), new UUID(0, 9));
        String name = who.lease().value();
        Money debits = sum("debit_cents", name);
        Money credits = sum("credit_cents", name);
        Money balance = debits.minus(credits);
        AccountBook book = accounts.book(who);
        assertThat(book.balance()).as(name).isEqualTo(balance);
        assertThat(accounts.overview(who).balance()).as(name).isEqualTo(balance);

        if (paper == ALL || paper == STATEMENT) {
            HttpBrowser browser = AtHome.signedIn(program, port, tenancy.number());
            assertThat(browser.get("/compte").text()).as(name).contains(screen(balance));
            LocalDate known = Objects.requireNonNull(book.figuresOn());
            assertThat(text(maker.statement(who, LONG_AGO, known)))
                    .as(name)
                    .contains("Total de la période et solde %s %s %s"
                            .formatted(french(debits), french(credits), french(balance)));
        }
        terms(name, who, book, paper);
    }

    /// The months are those of Accueil's bars, and the newest papers say the same.
    private void terms(String name, SignedInTenant who, AccountBook book, int paper) {
        List<AccountMonth> shown = accounts.overview(who).months().reversed();
        List<Term> terms = book.terms();
        for (int i = 0; i < shown.size() - 1; i++) { // the oldest may have a notice that the bars left out
            Term term = terms.get(i);
            assertThat(new AccountMonth(term.month(), term.called(), term.unpaid()))
                    .as(name)
                    .isEqualTo(shown.get(i));
        }
        for (Term term : terms) {
            assertThat(term.paid().isNegative()).as(name).isFalse();
            if (!term.received().isEmpty()) {
                assertThat(term.received().stream().map(Term.Received::amount).reduce(Money.ZERO, Money::plus))
                        .as(name + " " + term.month())
                        .isEqualTo(term.paid());
            }
            if (term.isSettled()) {
                assertThat(term.settledOn()).as(name + " " + term.month()).isNotNull();
            }
        }
        Term latest = terms.getFirst();
        RentNotice notice = latest.notices().getFirst();
        if (paper == ALL || paper == NOTICE) {
            assertThat(text(maker.notice(who, latest.month(), latest.notices().size())))
                    .as(name)
                    .contains(
                            "Solde antérieur " + french(notice.broughtForward()),
                            "Net à payer " + french(notice.netToPay()));
        }
        terms.stream()
                .filter(term -> term.isSettled() && (paper == ALL || paper == QUITTANCE))
                .findFirst()
                .ifPresent(term -> assertThat(text(maker.quittance(who, term.month())))
                        .as(name)
                        .contains("la somme de " + french(term.called()), "Total du terme " + french(term.total())));
        terms.stream()
                .filter(term -> term.state() == Term.State.PARTLY_PAID && (paper == ALL || paper == PART_RECEIPT))
                .findFirst()
                .ifPresent(term -> assertThat(text(maker.partReceipt(who, term.month())))
                        .as(name)
                        .contains("la somme de " + french(term.paid()), "Reste à payer " + french(term.unpaid())));
        terms.stream()
                .filter(term -> !term.isSettled())
                .forEach(term -> assertThat(maker.quittance(who, term.month()))
                        .as(name + " " + term.month())
                        .isInstanceOf(Made.Refused.class));
    }

    /// The balance as Compte says it.
    private static String screen(Money balance) {
        if (balance.isZero()) {
            return "Votre compte est à jour";
        }
        return balance.isPositive()
                ? "Vous devez aujourd’hui " + french(balance)
                : "Vous avez d’avance " + french(balance.negated());
    }

    private static String text(Made made) {
        assertThat(made).isInstanceOf(Made.Ready.class);
        return PdfCheck.text(((Made.Ready) made).pdf());
    }

    private Money sum(String column, String lease) {
        return Money.ofCents(jdbc.sql("SELECT coalesce(sum(%s), 0) FROM account.ledger_entry".formatted(column)
                        + " WHERE lease_number = :lease AND closed_at IS NULL")
                .param("lease", lease)
                .query(Long.class)
                .single());
    }
}
