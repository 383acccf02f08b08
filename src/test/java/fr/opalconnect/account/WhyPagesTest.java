package fr.opalconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastLease;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 'Pourquoi 412 € ?' beside the ledger, read by SQL of this test's own.
@WholeApplication
class WhyPagesTest {
    private static final Pattern AMOUNT = Pattern.compile("([−-]?)(\\d[\\d\\s\\p{Z}]*),(\\d{2})[\\s\\p{Z}]€");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
    }

    @ParameterizedTest
    @EnumSource
    void every_figure_of_every_term_is_the_ledgers(Cast person) {
        HttpBrowser browser = AtHome.signedIn(program, port, person);
        for (CastLease lease : person.leases()) {
            browser.post("/bail", "bail", lease.number().value());
            List<YearMonth> months = months(lease);
            assertThat(months).hasSizeGreaterThan(3);
            for (YearMonth month : months) {
                Answer page = browser.get("/compte/pourquoi/" + month);
                assertThat(page.status()).isEqualTo(200);
                assertThat(amounts(part(page, "<table class=\"plain why\"", "<tfoot>")))
                        .containsExactlyInAnyOrderElementsOf(lines(lease, month));
                assertThat(amounts(part(page, "<tfoot>", "</table>"))).containsExactly(sum(lines(lease, month)));
                List<Money> way = amounts(part(page, "id=\"chemin\"", "</section>"));
                // The heading, the steps, their sum. A returned debit's detail names the payment that it takes back.
                List<Money> steps = amounts(part(page, "id=\"chemin\"", "</ul>")
                        .replaceAll("<span class=\"muted\">[^<]*</span>", "")
                        .replaceFirst("(?s)^.*?</h2>", ""));
                assertThat(way.getLast()).isEqualTo(sum(steps)).isEqualTo(balance(lease, month, months.getLast()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_page_behind_the_amount_explains_the_amount(Cast person) {
        HttpBrowser browser = AtHome.signedIn(program, port, person);
        String owed = browser.get("/accueil").text();
        String page = browser.get("/compte/pourquoi").text();
        if (person.balance().isPositive()) {
            String title = "Pourquoi " + french(person.balance()) + " ?";
            assertThat(owed).contains(title);
            assertThat(page).contains(title, "Comment on arrive à " + french(person.balance()));
        } else {
            assertThat(owed).contains("Comprendre mon dernier avis");
            assertThat(page).contains("Pourquoi rien à payer ?");
        }
    }

    @Test
    void each_notice_of_the_account_leads_to_its_page() {
        HttpBrowser browser = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        Matcher links = Pattern.compile("href=\"(/compte/pourquoi/[0-9-]+)\"")
                .matcher(browser.get("/compte").body());
        int found = 0;
        for (; links.find(); found++) {
            assertThat(browser.get(links.group(1)).status()).isEqualTo(200);
        }
        assertThat(found).isGreaterThan(5);
    }

    @Test
    void what_changed_is_said_and_the_reason_is_only_the_usual_one() {
        YearMonth current = months(CastLease.NADIA).getLast();
        HttpBrowser browser = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        String after = browser.get("/compte/pourquoi/" + current.minusMonths(1)).text();
        assertThat(after)
                .contains("Régularisation des charges : cette ligne n’est plus là. Elle était de 53,60 €")
                .contains("Vous payez 53,60 € de moins.");
        String with = browser.get("/compte/pourquoi/" + current.minusMonths(2)).text();
        assertThat(with)
                .contains("Régularisation des charges : 53,60 €. Cette ligne n’était pas là")
                .contains("Cette ligne ne vient pas tous les mois.", "la raison la plus courante");
    }

    @Test
    void a_returned_debit_says_which_payment_it_undoes() {
        HttpBrowser browser = AtHome.signedIn(program, port, Cast.FATOUMATA_DIALLO);
        YearMonth current = months(CastLease.FATOUMATA).getLast();
        assertThat(browser.get("/compte/pourquoi/" + current.minusMonths(1)).text())
                .contains("Prélèvement refusé par la banque, le", "est annulé.");
    }

    @Test
    void a_month_that_is_none_of_the_account_is_not_there() {
        HttpBrowser browser = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        for (String month : List.of("1999-01", "x", "2026-13", "..%2Fcompte")) {
            assertThat(browser.get("/compte/pourquoi/" + month).status()).isBetween(400, 404);
        }
    }

    @Test
    void a_question_quotes_the_line_as_the_account_has_it_and_only_ones_own() {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        String page = nadia.get("/compte/pourquoi").body();
        Matcher link = Pattern.compile("/demandes/compte\\?ecriture=([^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        Answer form = nadia.get("/demandes/compte?ecriture=" + link.group(1));
        assertThat(form.text()).contains("Loyer – Loyer principal : 414,00 €, avis d’échéance de");
        Answer sent = nadia.post(
                "/demandes/compte",
                "cle",
                "0192a000-0000-7000-8000-0000000000aa",
                "ecriture",
                link.group(1),
                "message",
                "Pourquoi ce montant ?");
        assertThat(nadia.follow(sent).text())
                .contains("Question sur mon compte : Loyer")
                .contains("« Loyer – Loyer principal : 414,00 €, avis d’échéance de")
                .contains("Pourquoi ce montant ?");

        HttpBrowser fatoumata = AtHome.signedIn(program, port, Cast.FATOUMATA_DIALLO);
        assertThat(fatoumata.get("/demandes/compte?ecriture=" + link.group(1)).status())
                .isEqualTo(404);
        assertThat(fatoumata
                        .post("/demandes/compte", "ecriture", link.group(1), "message", "Et moi ?")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void without_words_the_question_comes_back_with_its_line() {
        HttpBrowser nadia = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        String entry = jdbc.sql("SELECT id FROM account.ledger_entry WHERE lease_number = :lease AND kind = 'CHAUFFAGE'"
                        + " ORDER BY operation_date DESC LIMIT 1")
                .param("lease", CastLease.NADIA.number().value())
                .query(String.class)
                .single();
        Answer answer = nadia.post("/demandes/compte", "ecriture", entry, "message", " ");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Chauffage (provision)");
        assertThat(answer.body()).contains("name=\"ecriture\" value=\"" + entry + "\"");
    }

    private List<YearMonth> months(CastLease lease) {
        return jdbc
                .sql("SELECT DISTINCT to_char(period, 'YYYY-MM') AS m FROM account.rent_notice"
                        + " WHERE lease_number = :lease AND closed_at IS NULL ORDER BY m")
                .param("lease", lease.number().value())
                .query(String.class)
                .list()
                .stream()
                .map(YearMonth::parse)
                .toList();
    }

    private List<Money> lines(CastLease lease, YearMonth month) {
        return jdbc.sql("""
                        SELECT e.debit_cents - e.credit_cents FROM account.ledger_entry e
                        JOIN account.rent_notice n ON n.id = e.notice_id
                        WHERE e.lease_number = :lease AND e.closed_at IS NULL AND n.period = :month
                        """)
                .param("lease", lease.number().value())
                .param("month", month.atDay(1))
                .query((row, index) -> Money.ofCents(row.getLong(1)))
                .list();
    }

    /// After the month's notice: all that it and earlier days brought; of the latest one, the whole account.
    private Money balance(CastLease lease, YearMonth month, YearMonth latest) {
        if (month.equals(latest)) {
            return lease.balance();
        }
        return Money.ofCents(jdbc.sql("""
                        SELECT net_to_pay_cents FROM account.rent_notice
                        WHERE lease_number = :lease AND period = :month AND closed_at IS NULL
                        """)
                .param("lease", lease.number().value())
                .param("month", month.atDay(1))
                .query(Long.class)
                .single());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static String part(Answer page, String from, String to) {
        int begin = page.body().indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        return page.body().substring(begin, page.body().indexOf(to, begin));
    }

    private static List<Money> amounts(String html) {
        return AMOUNT.matcher(html)
                .results()
                .map(match -> {
                    long cents = Long.parseLong(match.group(2).replaceAll("\\D", "") + match.group(3));
                    return Money.ofCents(match.group(1).isEmpty() ? cents : -cents);
                })
                .toList();
    }

    private static String french(Money amount) {
        return "%,.2f €".formatted(amount.cents() / 100.0).replace(',', ' ').replaceFirst("\\.", ",");
    }
}
