package fr.opalconnect.bench;

import fr.opalconnect.access.ActivatedShare;
import fr.opalconnect.conversation.Desk;
import fr.opalconnect.conversation.Figures;
import fr.opalconnect.conversation.InboxFilter;
import fr.opalconnect.insurance.InsuranceTrial;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.tenancy.Search;
import fr.opalconnect.ui.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How fast the desk finds a tenant and opens its inbox at five million leases, and how PostgreSQL goes about it.
public final class DeskBench {
    private static final double MOST_MS = 100;
    /// For pages that add up what there is.
    private static final double MOST_SUM_MS = 500;
    private static final int TIMES = 25;
    /// What others asked before, with other words: the desk is never the first to ask on a day.
    private static final int WARM = 25;

    /// The same work beside each answer: where it takes longer than elsewhere, the machine had other things to do.
    private static final String COUNTING = "SELECT count(*) FROM generate_series(1, 200000)";

    /// @param words what is asked, another one each time
    private record Case(String name, double most, List<String> words, Consumer<String> act) {
        Case(String name, List<String> words, Consumer<String> act) {
            this(name, MOST_MS, words, act);
        }
    }

    /// The pages that add up what there is.
    public record Sums(Figures figures, InsuranceTrial insurance, ActivatedShare activated) {}

    private final Search search;
    private final Desk desk;
    private final Sums sums;
    private final DataSource source;
    private final JdbcClient jdbc;
    private final PrintStream out;

    public DeskBench(Search search, Desk desk, Sums sums, DataSource source, PrintStream out) {
        this.search = search;
        this.desk = desk;
        this.sums = sums;
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.out = out;
    }

    /// @param log  PostgreSQL's own
    /// @param only the cases whose name holds this
    /// @return whether nine of ten answers of each case come within the bar
    public boolean run(long leases, Path log, String only) throws SQLException, IOException {
        DeskStock stock = new DeskStock(source, out);
        long start = System.nanoTime();
        if (!stock.isThere(leases)) {
            out.printf("Making %,d leases…%n", leases);
            stock.make(leases);
            out.printf("%6.1f s  altogether%n%n", (System.nanoTime() - start) / 1e9);
        }

        out.printf("%6.1f s  activated accounts counted, as every hour%n%n", took(sums.activated()::keep) / 1e3);
        List<Case> cases =
                cases().stream().filter(one -> one.name().contains(only)).toList();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", "desk");
        figures.put("leases", leases);
        out.printf("%-34s %10s %10s %10s %10s   (ms)%n", "", "median", "90 %", "at most", "counting");
        boolean held = true;
        for (Case one : cases) {
            held &= time(one, figures);
        }
        out.println();
        try (Plans plans = Plans.begin(source, log)) {
            for (Case one : cases) {
                out.printf(
                        "── %s ──%n%s%n%n",
                        one.name(), plans.of(() -> one.act().accept(one.words().getFirst())));
            }
        }
        figures.put("held", held);
        out.println(FigureLine.of(figures));
        return held;
    }

    private boolean time(Case one, Map<String, Object> figures) {
        List<Double> times = new ArrayList<>();
        List<Double> counting = new ArrayList<>();
        for (int i = 0; i < TIMES + WARM; i++) {
            String words = one.words().get(i % one.words().size());
            double took = took(() -> one.act().accept(words));
            if (i >= WARM) {
                times.add(took);
                counting.add(took(() -> jdbc.sql(COUNTING).query(Integer.class).single()));
            }
        }
        times.sort(null);
        counting.sort(null);
        double median = times.get(TIMES / 2);
        double ninety = times.get(TIMES * 9 / 10);
        double meanwhile = counting.get(TIMES / 2);
        out.printf("%-34s %10.1f %10.1f %10.0f %10.1f%n", one.name(), median, ninety, one.most(), meanwhile);
        String key = one.name().replaceAll("[^a-z]+", "_");
        figures.put(key + "_ms", Math.round(median * 10) / 10.0);
        figures.put(key + "_90_ms", Math.round(ninety * 10) / 10.0);
        return ninety <= one.most();
    }

    private static double took(Runnable act) {
        long start = System.nanoTime();
        act.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private List<Case> cases() {
        SignedInStaff adviser = staff(StaffRole.ADVISER, "A012");
        SignedInStaff everywhere = staff(StaffRole.ADMINISTRATOR, "");
        List<Case> cases = new ArrayList<>();
        for (SignedInStaff who : List.of(adviser, everywhere)) {
            String as = who.seesAllAgencies() ? ", all agencies" : ", one agency";
            String theirs = who.seesAllAgencies() ? "true" : "agency_code = 'A012'";
            Consumer<String> find = typed -> search.find(who, typed);
            cases.add(new Case("tenant number" + as, drawn("number", theirs), find));
            cases.add(new Case("name" + as, drawn("last_name || ' ' || first_name", theirs), find));
            cases.add(new Case("first name and name" + as, drawn("first_name || ' ' || last_name", theirs), find));
            cases.add(new Case("misspelt name" + as, misspelt(drawn("last_name || ' ' || first_name", theirs)), find));
            cases.add(new Case(
                    "beginnings" + as, drawn("left(last_name, 3) || ' ' || left(first_name, 3)", theirs), find));
            cases.add(new Case(
                    "longer beginnings" + as, drawn("left(last_name, 4) || ' ' || left(first_name, 4)", theirs), find));
            cases.add(new Case("part of a phone" + as, drawn("left(mobile, 8)", theirs + " AND mobile ~ '^06'"), find));
            cases.add(new Case("street and town" + as, drawn("address || ' ' || city", theirs), find));
            cases.add(new Case("e-mail" + as, drawn("email", theirs + " AND email IS NOT NULL"), find));
            cases.add(new Case("martin" + as, List.of("Martin"), find));
            cases.add(new Case("nobody" + as, List.of("zyxwvutsr", "qqqqxxxx jean", "48213zz"), find));
        }
        for (InboxFilter.Pile pile : InboxFilter.Pile.values()) {
            String name = "inbox " + pile.name().toLowerCase(java.util.Locale.ROOT);
            cases.add(new Case(name, List.of(""), any -> desk.inbox(adviser, InboxFilter.of(pile), null, 30)));
        }
        cases.add(new Case(
                "inbox agency, all agencies",
                List.of(""),
                any -> desk.inbox(everywhere, InboxFilter.of(InboxFilter.Pile.AGENCY), null, 30)));
        cases.add(new Case("inbox counts", List.of(""), any -> desk.counts(adviser)));
        cases.add(new Case("inbox places", List.of(""), any -> desk.places(adviser)));
        SignedInStaff manager = staff(StaffRole.AGENCY_MANAGER, "A012");
        cases.add(new Case(
                "insurance list, one agency",
                MOST_SUM_MS,
                List.of(""),
                any -> sums.insurance().open(adviser)));
        cases.add(new Case(
                "insurance list, all agencies",
                MOST_SUM_MS,
                List.of(""),
                any -> sums.insurance().open(everywhere)));
        cases.add(new Case("figures, one agency", MOST_SUM_MS, List.of(""), any -> figures(manager)));
        cases.add(new Case("figures, all agencies", MOST_SUM_MS, List.of(""), any -> figures(everywhere)));
        cases.add(new Case(
                "conversations of a tenant",
                drawn("number", "agency_code = 'A012'"),
                number -> desk.of(adviser, new TenantNumber(number))));
        return cases;
    }

    /// What the page asks for, with its usual twelve weeks.
    private void figures(SignedInStaff who) {
        LocalDate today = LocalDate.now(Texts.ZONE);
        sums.figures().kinds(who, today.minusWeeks(12), today);
        sums.figures().weeks(who, today.minusWeeks(12), today);
        sums.figures().overdue(who);
        sums.activated().of(who);
    }

    /// Fifty tenants from all over, always the same.
    private List<String> drawn(String what, String where) {
        return jdbc.sql("SELECT " + what + " FROM bench.drawn WHERE " + where + " ORDER BY hashtext(number) LIMIT "
                        + (TIMES + WARM))
                .query(String.class)
                .list();
    }

    /// Two letters change places.
    private static List<String> misspelt(List<String> names) {
        return names.stream()
                .map(name -> name.length() < 5
                        ? name
                        : name.substring(0, 2) + name.charAt(3) + name.charAt(2) + name.substring(4))
                .toList();
    }

    private static SignedInStaff staff(StaffRole role, String agency) {
        List<String> agencies = agency.isEmpty() ? List.of() : List.of(agency);
        // Two of three conversations of the agency are given to one of three people: this is one of them.
        UUID id = UUID.nameUUIDFromBytes(agency.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new SignedInStaff(id, "Banc d’essai", role, agencies, null, UUID.randomUUID());
    }
}
