package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.access.Neighbours.Neighbour;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What somebody learns who tries a thousand pairs of numbers: nothing. Half of them exist and half do not, shuffled.
@ClockApplication
class StrangerTest {
    private static final int TRIES = 500;

    /// With five hundred of each, chance alone stays within 0.0183 of one half in two cases of three; this is five
    /// times that, so that a lucky run is not taken for a leak, and a leak that somebody could use does not pass.
    private static final double CHANCE = 5 * 0.0183;

    @LocalServerPort
    int port;

    @Autowired
    Neighbours neighbours;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    QuickPasswords.Quick passwords;

    @AfterEach
    void quickly() {
        passwords.workInFull(false);
    }

    /// One try: what was typed, what came back, how long it took.
    private record Try(boolean known, String tenant, String dwelling, Seen numbers, Seen code, Seen wrong) {}

    /// @param kind  status and, where pages differ on purpose, which it was
    private record Seen(String kind, int length, long nanos) {}

    @Test
    void a_thousand_tries_do_not_tell_known_from_unknown() throws InterruptedException, ExecutionException {
        List<String[]> pairs = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            Neighbour known =
                    neighbours.withPhone(i % 12 == 0 ? "03 23 79 %02d %02d".formatted(i / 100, i % 100) : mobile(i));
            pairs.add(new String[] {"known", known.tenant(), known.dwelling()});
            pairs.add(new String[] {"unknown", "%07d".formatted(700_000 + i), "%03d %04d".formatted(i % 900 + 100, i)});
        }
        jdbc.sql("ANALYZE tenancy.tenant").update();
        Collections.shuffle(pairs, new Random(7));
        tryAll(IntStream.range(0, 200) // warms the program up
                .mapToObj(i -> new String[] {"unknown", "%07d".formatted(900_000 + i), "111 1111"})
                .toList());
        long before = moreSentThanMade();
        List<Try> tries = tryAll(pairs);

        assertThat(kinds(tries, true)).isEqualTo(kinds(tries, false));
        assertThat(shareOfCalls(tries, true)).isBetween(0.05, 0.12);
        assertThat(shareOfCalls(tries, false)).isBetween(0.05, 0.12);
        assertIndistinguishable("two numbers", tries, Try::numbers);
        assertIndistinguishable("page of the code", tries, Try::code);
        assertIndistinguishable("wrong code", tries, Try::wrong);
        assertThat(rowsPerTry(tries, true)).isEqualTo(rowsPerTry(tries, false)).isEqualTo("1.00 1.00");
        assertThat(moreSentThanMade()).isEqualTo(before);
    }

    /// Hashing takes most of the time, so twenty of each show what a missing comparison would: everything.
    @Test
    void sign_in_does_not_tell_who_has_an_account() {
        passwords.workInFull(true);
        String hash = passwords.hash(Neighbours.GOOD_PASSWORD);
        List<String[]> numbers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String tenant = neighbours.withMobile().tenant();
            jdbc.sql("INSERT INTO access.login (tenant_number, password_hash, activated_at, password_set_at) "
                            + "VALUES (?, ?, now(), now())")
                    .param(tenant)
                    .param(hash)
                    .update();
            numbers.add(new String[] {"known", tenant});
            numbers.add(new String[] {"unknown", "%07d".formatted(990_000 + i)});
        }
        Collections.shuffle(numbers, new Random(7));
        List<Try> tries = numbers.stream().map(this::signIn).toList();
        assertThat(kinds(tries, true)).isEqualTo(kinds(tries, false));
        double longer = knownTakesLonger("sign-in", tries, Try::numbers);
        assertThat(longer).isBetween(0.5 - 5 * 0.0924, 0.5 + 5 * 0.0924);
    }

    private Try signIn(String[] number) {
        HttpBrowser browser = Streets.browser(port);
        browser.get("/connexion");
        long begun = System.nanoTime();
        Answer answer = browser.post("/connexion", "locataire", number[1], "mot-de-passe", "not the password");
        Seen seen = new Seen(Integer.toString(answer.status()), answer.length(), System.nanoTime() - begun);
        Seen none = new Seen("none", 0, 0);
        return new Try(number[0].equals("known"), number[1], "", seen, none, none);
    }

    @Test
    void a_decoy_is_the_same_whenever_and_by_whomever_it_is_asked_for() {
        for (int i = 0; i < 20; i++) {
            String tenant = "%07d".formatted(800_000 + i);
            assertThat(masked(tenant, "222 2222")).isEqualTo(masked("L 00" + tenant, "222.2222"));
        }
    }

    @Test
    void an_occupant_is_nobody_here() {
        Neighbour occupant = neighbours.occupant();
        masked(occupant.tenant(), occupant.dwelling());
        assertThat(jdbc.sql("SELECT count(tenant_number) FROM access.activation WHERE typed_tenant = ?")
                        .param(occupant.tenant())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<Try> tryAll(List<String[]> pairs) throws InterruptedException, ExecutionException {
        try (ExecutorService visitors = Executors.newFixedThreadPool(4)) {
            List<Future<Try>> tries = new ArrayList<>();
            pairs.forEach(pair -> tries.add(visitors.submit(() -> tryOn(pair))));
            List<Try> done = new ArrayList<>();
            for (Future<Try> each : tries) {
                done.add(each.get());
            }
            return done;
        }
    }

    private Try tryOn(String[] pair) {
        HttpBrowser browser = Streets.browser(port);
        browser.get("/activation");
        long begun = System.nanoTime();
        Answer numbers = browser.post("/activation", "locataire", pair[1], "logement", pair[2]);
        long answered = System.nanoTime();
        Answer code = browser.get("/activation/code");
        long shown = System.nanoTime();
        String page = code.body().contains("••") ? " code" : " call"; // the one shows a masked number
        Seen wrong = wrongCode(browser, code, page);
        return new Try(
                pair[0].equals("known"),
                pair[1],
                pair[2],
                new Seen(numbers.status() + " " + numbers.where(), numbers.length(), answered - begun),
                new Seen(code.status() + page, code.length(), shown - answered),
                wrong);
    }

    private static Seen wrongCode(HttpBrowser browser, Answer page, String kind) {
        String claim = Neighbours.claimOn(page);
        long begun = System.nanoTime();
        Answer answer = browser.post("/activation/code", "code", "000000", "demande", claim);
        return new Seen(answer.status() + kind, answer.length(), System.nanoTime() - begun);
    }

    /// Each kind of answer that was seen, with the lengths it came in.
    private static String kinds(List<Try> tries, boolean known) {
        TreeMap<String, TreeSet<Integer>> kinds = new TreeMap<>();
        for (Try each : tries) {
            if (each.known() == known) {
                for (Seen seen : List.of(each.numbers(), each.code(), each.wrong())) {
                    kinds.computeIfAbsent(seen.kind(), kind -> new TreeSet<>()).add(seen.length());
                }
            }
        }
        return kinds.toString();
    }

    private static double shareOfCalls(List<Try> tries, boolean known) {
        return tries.stream()
                .filter(each -> each.known() == known)
                .collect(Collectors.averagingInt(each -> each.code().kind().endsWith("call") ? 1 : 0));
    }

    private static void assertIndistinguishable(String what, List<Try> tries, Function<Try, Seen> part) {
        assertThat(knownTakesLonger(what, tries, part)).as(what).isBetween(0.5 - CHANCE, 0.5 + CHANCE);
    }

    /// The rank test of Mann and Whitney: how often a known pair takes longer than an unknown one. One half is nothing
    /// learnt. It asks for no shape of the noise, so a busy machine blurs it but does not break it.
    private static double knownTakesLonger(String what, List<Try> tries, Function<Try, Seen> part) {
        List<Try> measured = tries.stream()
                .filter(each -> part.apply(each).nanos() > 0)
                .sorted(Comparator.comparingLong(each -> part.apply(each).nanos()))
                .toList();
        double known = 0;
        double unknownBelow = 0;
        double unknown = 0;
        for (Try each : measured) {
            if (each.known()) {
                known++;
                unknownBelow += unknown;
            } else {
                unknown++;
            }
        }
        double longer = unknownBelow / (known * unknown);
        System.out.printf("%s: a known one takes longer than an unknown one in %.1f %% of cases%n", what, longer * 100);
        return longer;
    }

    /// How many codes were made for a claim, and how many were sent or seemed to be.
    private String rowsPerTry(List<Try> tries, boolean known) {
        List<String> numbers = tries.stream()
                .filter(each -> each.known() == known)
                .map(Try::tenant)
                .toList();
        return jdbc.sql("""
                        SELECT to_char(avg((SELECT count(*) FROM access.one_time_code c WHERE c.activation_id = a.id)),
                                       'FM0.00')
                               || ' ' || to_char(avg(a.sends), 'FM0.00')
                        FROM access.activation a
                        WHERE a.typed_tenant IN (:numbers)
                        """).param("numbers", numbers).query(String.class).single();
    }

    /// Each code is sent, and nothing else is sent to nobody in particular: what others have sent before stays what it
    /// was, and what tenants are told meanwhile is another matter.
    private long moreSentThanMade() {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM notification.delivery WHERE tenant_number IS NULL)
                               - (SELECT count(*) FROM access.one_time_code)
                        """).query(Long.class).single();
    }

    private String masked(String tenant, String dwelling) {
        HttpBrowser browser = Streets.browser(port);
        browser.get("/activation");
        Answer page = browser.follow(browser.post("/activation", "locataire", tenant, "logement", dwelling));
        return page.text()
                .replaceAll(".*(0[67] •• •• •• [0-9]{2}).*", "$1")
                .replaceAll("Nouveau code.*|[0-9:]{7,}.*", "");
    }

    private static String mobile(int number) {
        return (number % 3 == 0 ? "07" : "06") + "%08d".formatted(52_000_000 + number);
    }
}
