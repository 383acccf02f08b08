package fr.opalconnect.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HowOften;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.payment.provider.Outcome;
import fr.opalconnect.payment.provider.PaymentProvider;
import fr.opalconnect.sample.Cast;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Payments through every order of messages, doubles, losses, ends of the process and double clicks, compared with a
/// bank that keeps its own books. `-Dpayment.runs=10000` goes on for longer.
@WholeApplication
class PaymentModelTest {
    private static final int RUNS = (int) HowOften.of("payment.runs", 200, 10_000);
    private static final int AT_ONCE = 50;

    /// What can happen at a bank, from the first try to the end.
    private static final List<List<Outcome>> COURSES = List.of(
            List.of(),
            List.of(Outcome.PAID),
            List.of(Outcome.REFUSED),
            List.of(Outcome.ABANDONED),
            List.of(Outcome.EXPIRED),
            List.of(Outcome.REFUSED, Outcome.PAID),
            List.of(Outcome.REFUSED, Outcome.REFUSED, Outcome.ABANDONED),
            List.of(Outcome.RUNNING, Outcome.PAID),
            List.of(Outcome.RUNNING, Outcome.REFUSED),
            List.of(Outcome.RUNNING, Outcome.PAID, Outcome.FAILED_LATER),
            List.of(Outcome.PAID, Outcome.FAILED_LATER));

    @Autowired
    private ApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    private Instant now;
    private final InstantSource clock = () -> now;
    private SignedInTenant nadia;

    @BeforeEach
    void bank() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        nadia = AtHome.as(program, Cast.NADIA_BENALI);
        ModelBank.create(jdbc);
        Emptied.by(jdbc, "DELETE FROM payment.provider_message WHERE provider = 'model'");
    }

    @Test
    void whatever_happens_our_books_say_in_the_end_what_the_bank_took() {
        long seed = Long.getLong("payment.seed", 20261123);
        for (int round = 0; round * AT_ONCE < RUNS; round++) {
            Random random = new Random(seed + round);
            round(random, "seed " + (seed + round));
        }
    }

    private void round(Random random, String which) {
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ModelBank bank = new ModelBank(jdbc, random);
        Core core = new Core(bank);
        List<UUID> intentions = new ArrayList<>();
        List<Map<String, String>> told = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            UUID intention = UUID.randomUUID();
            intentions.add(intention);
            Money amount = Money.ofCents(500 + random.nextInt(100_000));
            for (int press = random.nextInt(3); press >= 0; press--) {
                survive(() -> core.payments.open(nadia, intention(intention, amount), null));
            }
        }
        for (UUID intention : intentions) {
            told.addAll(live(random, bank, intention));
        }
        for (Map<String, String> words : asTheyArrive(random, told)) {
            survive(() -> core.notices.keep(bank, words));
            now = now.plusSeconds(random.nextInt(20));
            if (random.nextInt(4) == 0) {
                drain(core);
            }
            if (random.nextInt(10) == 0) {
                survive(core.asking::sweep);
            }
        }
        for (int day = 0; day < 60; day++) {
            now = now.plus(Duration.ofMinutes(day < 40 ? 30 : 720));
            drain(core);
            survive(core.asking::sweep);
        }
        drain(core);
        compare(intentions, which);
    }

    /// What the customer and the bank do; only what was announced there can be paid.
    private List<Map<String, String>> live(Random random, ModelBank bank, UUID intention) {
        Payment payment = program.getBean(PaymentTable.class).byIntention(intention);
        List<Map<String, String>> told = new ArrayList<>();
        // Who was never sent there pays nothing.
        if (payment != null && payment.state() == PaymentState.SENT) {
            for (Outcome outcome : COURSES.get(random.nextInt(COURSES.size()))) {
                told.add(bank.becomes(payment.reference(), outcome));
            }
        }
        return told;
    }

    /// Some are lost, some come twice, some are forged, and none waits for another.
    private static List<Map<String, String>> asTheyArrive(Random random, List<Map<String, String>> told) {
        List<Map<String, String>> arriving = new ArrayList<>();
        for (Map<String, String> words : told) {
            for (int times = List.of(0, 1, 1, 1, 2, 3).get(random.nextInt(6)); times > 0; times--) {
                arriving.add(words);
            }
            if (random.nextInt(10) == 0) {
                Map<String, String> forged = new LinkedHashMap<>(words);
                forged.put("outcome", "PAID");
                forged.put("seal", "forged");
                arriving.add(forged);
            }
            if (random.nextInt(10) == 0) {
                Map<String, String> other = new LinkedHashMap<>(words);
                other.put("outcome", "PAID");
                other.put("amount", "1");
                arriving.add(other);
            }
        }
        Collections.shuffle(arriving, random);
        return arriving;
    }

    private void compare(List<UUID> intentions, String which) {
        List<Map<String, Object>> differing = jdbc.sql("""
                        SELECT p.reference, p.state, b.outcome, b.tries, c.state AS coming, c.withdrawn_at
                        FROM payment.payment p
                        LEFT JOIN public.model_bank b ON b.reference = p.reference
                        LEFT JOIN account.coming_payment c ON c.id = p.id AND c.withdrawn_at IS NULL
                        WHERE p.intention = ANY(:intentions)
                          AND (p.state IN ('BEGUN', 'SENT', 'RUNNING')
                               OR (p.state = 'PAID') <> (coalesce(b.outcome, '') = 'PAID')
                               OR (p.state = 'REVERSED') <> (coalesce(b.outcome, '') = 'FAILED_LATER')
                               OR (p.state = 'PAID') <> (coalesce(c.state, '') = 'TAKEN')
                               OR (p.state = 'PAID' AND c.amount_cents <> b.amount))
                        """)
                .param("intentions", intentions.toArray(UUID[]::new))
                .query()
                .listOfRows();
        assertThat(differing).as(which).isEmpty();
        assertThat(jdbc.sql("""
                        SELECT p.reference, s.to_state FROM payment.payment p
                        JOIN payment.payment_step s ON s.payment_id = p.id AND s.from_state = 'PAID'
                        JOIN public.model_bank b ON b.reference = p.reference
                        WHERE p.intention = ANY(:intentions) AND b.outcome = 'PAID'
                        """)
                        .param("intentions", intentions.toArray(UUID[]::new))
                        .query()
                        .listOfRows())
                .as("paid, and shown as unpaid meanwhile, %s", which)
                .isEmpty();
        assertThat(jdbc.sql("""
                        SELECT count(*) - count(DISTINCT intention) FROM payment.payment
                        WHERE intention = ANY(:intentions)
                        """)
                        .param("intentions", intentions.toArray(UUID[]::new))
                        .query(Long.class)
                        .single())
                .as("payments of one intention, %s", which)
                .isZero();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM payment.provider_message WHERE provider = 'model' AND handled_at IS NULL")
                        .query(Long.class)
                        .single())
                .as("messages that wait, %s", which)
                .isZero();
    }

    private void drain(Core core) {
        for (int tries = 0; tries < 100; tries++) {
            if (survive(core.notices::drain)) {
                return;
            }
        }
    }

    /// @return whether it lived
    private static boolean survive(Runnable act) {
        try {
            act.run();
            return true;
        } catch (ModelBank.Killed e) {
            return false;
        }
    }

    private Intention intention(UUID id, Money amount) {
        return new Intention(id, nadia.lease(), nadia.number(), amount, null, Locale.FRENCH, "http://localhost:9");
    }

    /// The core as the program has it, with another bank and another clock.
    private final class Core {
        final Payments payments;
        final Notices notices;
        final Asking asking;

        Core(ModelBank bank) {
            ObjectProvider<PaymentProvider> providers = Only.of(bank);
            PaymentTable table = program.getBean(PaymentTable.class);
            ProviderMessageTable messages = program.getBean(ProviderMessageTable.class);
            Settlement settlement = program.getBean(Settlement.class);
            Orders orders = program.getBean(Orders.class);
            payments = new Payments(providers, table, orders, settlement, clock);
            notices = new Notices(
                    providers, messages, table, settlement, program.getBean(TransactionTemplate.class), clock);
            asking = new Asking(providers, program.getBean(AskTable.class), messages, orders, settlement, clock);
        }
    }
}
