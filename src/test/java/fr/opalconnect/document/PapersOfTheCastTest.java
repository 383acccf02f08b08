package fr.opalconnect.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.HowOften;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.account.RentAccounts;
import fr.opalconnect.debit.DemoDebits;
import fr.opalconnect.document.MadePaper.Kind;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.payment.AtTheTill;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastLease;
import fr.opalconnect.ui.TextBundles;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Every kind of paper, for half of the cast (`./opal prove`: for everyone): what veraPDF says of it, and that it stays
/// the same. `-Dpapers.all=1` takes every paper that each of them can have, not one of each kind, and makes all of them
/// twice.
@WholeApplication
class PapersOfTheCastTest {
    private static final boolean ALL = HowOften.of("papers.all", 0, 1) > 0;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private MadePapers papers;

    @Autowired
    private PaperMaker maker;

    @Autowired
    private RentAccounts accounts;

    @BeforeEach
    void landlord() {
        DemoLandlord.bringInto(imports);
    }

    static Stream<Cast> people() {
        return Stream.of(Cast.values()).limit(HowOften.of("papers.people", 3, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("people")
    void every_kind_of_paper_can_be_read_aloud_kept_for_ever_and_made_again(Cast person) {
        UUID paid = AtTheTill.paid(program, person, 12_345).id();
        Map<String, byte[]> all = papersOf(person, paid);
        all.forEach(PdfCheck::conforms);
        if (person == Cast.NADIA_BENALI || ALL) {
            papersOf(person, paid)
                    .forEach((name, pdf) -> assertThat(Arrays.equals(pdf, all.get(name)))
                            .as(name)
                            .isTrue());
        }
    }

    private Map<String, byte[]> papersOf(Cast person, UUID payment) {
        Map<String, byte[]> all = new HashMap<>();
        for (CastLease lease : person.leases()) {
            SignedInTenant who = new SignedInTenant(
                    person.tenant(),
                    lease.number(),
                    person.leases().stream().map(CastLease::number).toList(),
                    new UUID(0, 1));
            chosen(who)
                    .forEach(paper -> all.put(
                            lease + " " + paper.address(),
                            Objects.requireNonNull(papers.write(who, paper), paper.address())));
            all.put(lease + " statement", statement(who));
        }
        HttpBrowser browser = AtHome.signedIn(program, port, person);
        if (maySign(person)) {
            UUID mandate = program.getBean(DemoDebits.class)
                    .moveIn(person.tenant(), AtHome.as(program, person).lease());
            all.put("mandate", pdf(browser, "/prelevement/" + mandate + "/mandat.pdf"));
        }
        all.put("receipt", pdf(browser, "/paiement/" + payment + "/recu.pdf"));
        return all;
    }

    /// Codes go to a mobile; a lease has one mandate, and the holder has signed it.
    private static boolean maySign(Cast person) {
        return person != Cast.LUCIEN_PETIT && person != Cast.JEAN_PIERRE_MARCHAND;
    }

    /// The latest of each kind.
    private List<MadePaper> chosen(SignedInTenant who) {
        List<MadePaper> all = papers.of(who, program.getBean(TextBundles.class).in(Locale.FRENCH)).stream()
                .filter(paper -> paper.kind().isFile())
                .toList();
        if (ALL) {
            return all;
        }
        Map<Kind, MadePaper> latest = new EnumMap<>(Kind.class);
        all.forEach(paper -> latest.putIfAbsent(paper.kind(), paper));
        return List.copyOf(latest.values());
    }

    /// Of three months, and for one of them of everything: it has several pages.
    private byte[] statement(SignedInTenant who) {
        LocalDate last = Objects.requireNonNull(accounts.book(who).figuresOn());
        boolean whole = who.lease().equals(CastLease.NADIA.number());
        return ((Made.Ready) maker.statement(who, last.minusMonths(whole ? 60 : 3), last)).pdf();
    }

    private static byte[] pdf(HttpBrowser browser, String path) {
        HttpBrowser.Answer answer = browser.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.response().body();
    }
}
