package fr.opalconnect.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastLease;
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

/// 'Mes charges' beside the ledger and the landlord's statement, read by SQL of this test's own.
@WholeApplication
class ChargesTest {
    private static final Pattern AMOUNT = Pattern.compile("(\\d[\\d\\s\\p{Z}]*),(\\d{2})[\\s\\p{Z}]€");

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
    void what_was_paid_ahead_is_what_the_ledger_says(Cast person) {
        HttpBrowser browser = AtHome.signedIn(program, port, person);
        String lease = person.lease().number().value();
        List<Integer> years =
                jdbc.sql("""
                        SELECT DISTINCT extract(year FROM period)::int AS y FROM account.ledger_entry
                        WHERE lease_number = :lease AND closed_at IS NULL AND notice_id IS NOT NULL
                          AND kind IN ('EAU', 'CHAUFFAGE', 'ENTRETIEN', 'ORDURES_MENAGERES') ORDER BY y
                        """).param("lease", lease).query(Integer.class).list();
        assertThat(years).isNotEmpty();
        for (int year : years) {
            Answer page = browser.get("/compte/charges/" + year);
            assertThat(page.status()).isEqualTo(200);
            boolean stated = jdbc.sql("SELECT EXISTS (SELECT FROM account.charges_statement"
                            + " WHERE lease_number = :lease AND year = :year)")
                    .param("lease", lease)
                    .param("year", Integer.toString(year))
                    .query(Boolean.class)
                    .single();
            if (!stated) {
                List<Long> advances = advances(lease, year);
                assertThat(amounts(part(page, "data-charges", "<tfoot>")))
                        .containsExactlyInAnyOrderElementsOf(advances);
                assertThat(amounts(part(page, "<tfoot>", "</table>")))
                        .containsExactly(
                                advances.stream().mapToLong(Long::longValue).sum());
            }
        }
        assertThat(browser.get("/compte/charges/1999").status()).isEqualTo(404);
        assertThat(browser.get("/compte/charges/x").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cast.class,
            names = {"NADIA_BENALI", "MARTINE_MARCHAND"})
    void the_statement_balances_and_leads_to_the_line_that_bears_it(Cast person) {
        HttpBrowser browser = AtHome.signedIn(program, port, person);
        String lease = person.lease().number().value();
        List<Long> told = jdbc.sql("""
                        SELECT unnest(ARRAY[advanced_cents, spent_cents]) FROM account.charges_statement
                        WHERE lease_number = :lease
                        """).param("lease", lease).query(Long.class).list();
        long balance = jdbc.sql(
                        "SELECT sum(spent_cents - advanced_cents) FROM account.charges_statement WHERE lease_number = :lease")
                .param("lease", lease)
                .query(Long.class)
                .single();
        long posted = jdbc.sql("SELECT debit_cents - credit_cents FROM account.ledger_entry"
                        + " WHERE lease_number = :lease AND kind = 'REGULARISATION_CHARGES'")
                .param("lease", lease)
                .query(Long.class)
                .single();
        assertThat(posted).isEqualTo(balance).isNotZero();
        Answer page = browser.get("/compte/charges");
        // Without the differences, which are said in words under each theme.
        String rows = part(page, "<tbody>", "</tbody>").replaceAll("<span class=\"muted\">[^<]*</span>", "");
        assertThat(amounts(rows)).containsExactlyInAnyOrderElementsOf(told);
        assertThat(amounts(part(page, "data-balance", "</section>"))).contains(Math.abs(balance));
        Matcher notice = Pattern.compile("href=\"(/compte/pourquoi/[0-9-]+)\"")
                .matcher(part(page, "data-balance", "</section>"));
        assertThat(notice.find()).isTrue();
        assertThat(browser.get(notice.group(1)).text()).contains("Régularisation des charges");
    }

    @Test
    void one_is_given_back_and_the_other_has_been_paid() {
        assertThat(AtHome.signedIn(program, port, Cast.MARTINE_MARCHAND)
                        .get("/compte/charges")
                        .text())
                .contains("128,40 €", "vous avez payé trop d’avances", "Cette somme a été retirée de votre avis")
                .doesNotContain("C’est trop en une fois");
        assertThat(AtHome.signedIn(program, port, Cast.NADIA_BENALI)
                        .get("/compte/charges")
                        .text())
                .contains("53,60 €", "Cette somme est payée.", "44,80 € de plus que l’avance")
                .doesNotContain("C’est trop en une fois");
    }

    @Test
    void what_is_still_owed_may_be_paid_in_parts() {
        String lease = CastLease.NADIA.number().value();
        jdbc.sql("""
                        INSERT INTO account.ledger_entry (lease_number, id, kind, label, operation_date, value_date,
                                                          debit_cents, credit_cents, direct_debit)
                        VALUES (:lease, 'OLD-DEBT', 'AUTRE', 'Dette', '2026-01-01', '2026-01-01', 100000, 0, false)
                        """).param("lease", lease).update();
        try {
            assertThat(AtHome.signedIn(program, port, Cast.NADIA_BENALI)
                            .get("/compte/charges")
                            .text())
                    .contains("À payer", "Demander à payer en plusieurs mois");
        } finally {
            Emptied.by(jdbc, "DELETE FROM account.ledger_entry WHERE id = 'OLD-DEBT'");
        }
    }

    @Test
    void where_no_statement_was_told_the_advances_stand_alone() {
        String page = AtHome.signedIn(program, port, Cast.ODETTE_CARLIER)
                .get("/compte/charges")
                .text();
        assertThat(page)
                .contains("Le décompte de cette année n’est pas ici", "Vos avances")
                .doesNotContain("Le solde de l’année");
    }

    @Test
    void a_car_park_has_no_charges_and_says_what_will_be_here() {
        HttpBrowser kevin = AtHome.signedIn(program, port, Cast.KEVIN_LEFEVRE);
        kevin.post("/bail", "bail", CastLease.KEVIN_PARKING.number().value());
        assertThat(kevin.get("/compte/charges").text()).contains("Pas encore de charges");
    }

    private List<Long> advances(String lease, int year) {
        return jdbc.sql("""
                        SELECT sum(debit_cents - credit_cents) AS cents FROM account.ledger_entry
                        WHERE lease_number = :lease AND closed_at IS NULL AND notice_id IS NOT NULL
                          AND extract(year FROM period) = :year
                          AND kind IN ('EAU', 'CHAUFFAGE', 'ENTRETIEN', 'ORDURES_MENAGERES')
                        GROUP BY kind HAVING sum(debit_cents - credit_cents) <> 0
                        """)
                .param("lease", lease)
                .param("year", year)
                .query(Long.class)
                .list();
    }

    private static String part(Answer page, String from, String to) {
        int begin = page.body().indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        return page.body().substring(begin, page.body().indexOf(to, begin));
    }

    private static List<Long> amounts(String html) {
        return AMOUNT.matcher(html)
                .results()
                .map(match -> Long.parseLong(match.group(1).replaceAll("\\D", "") + match.group(2)))
                .toList();
    }
}
