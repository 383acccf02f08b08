package fr.opalconnect.bench;

import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.payment.PaymentTrial;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Payments that begin at a steady rate, whether or not the ones before are done, through the sandbox bank to settled.
public final class PaymentBench {
    private static final int RATE = 200;
    /// A program that was just started is slow: it gets more, step by step.
    private static final List<Integer> WARM = List.of(25, 50, 100, 150, 200);

    private static final Duration WARM_STEP = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PaymentTrial trial;
    private final String site;
    private final PrintStream out;

    /// @param site where the program answers, for the bank's notices
    public PaymentBench(PaymentTrial trial, String site, PrintStream out) {
        this.trial = trial;
        this.site = site;
        this.out = out;
    }

    /// @return whether all were settled, as fast as they came
    public boolean run(Duration time) throws InterruptedException {
        out.printf("Warming up with %s payments a second…%n", WARM);
        for (int rate : WARM) {
            load(rate, WARM_STEP);
        }
        out.printf("%d payments a second for %d s…%n", RATE, time.toSeconds());
        Instant since = Instant.now();
        long begun = System.nanoTime();
        int count = load(RATE, time);
        double all = (System.nanoTime() - begun) / 1e9;
        long paid = trial.paidSince(since);
        double rate = paid / all;
        out.printf("%,d begun, %,d settled, %.0f a second to the last one%n%n", count, paid, rate);
        out.printf("%-44s %10s %10s %10s   (ms)%n", "", "median", "99 %", "worst");
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", "payment");
        figures.put("payments", paid);
        figures.put("a_second", Math.round(rate));
        for (PaymentTrial.Part part : trial.parts(since)) {
            out.printf("%-44s %10.1f %10.1f %10.1f%n", part.name(), part.median(), part.ninetyNine(), part.worst());
            String key = part.name().replaceAll("[^a-z]+", "_");
            figures.put(key + "_median_ms", Math.round(part.median() * 10) / 10.0);
            figures.put(key + "_99_ms", Math.round(part.ninetyNine() * 10) / 10.0);
        }
        boolean held = paid == count && rate >= 0.95 * RATE;
        figures.put("held", held);
        out.println();
        out.println(FigureLine.of(figures));
        return held;
    }

    /// Returns when all are settled, or patience is over.
    private int load(int perSecond, Duration time) throws InterruptedException {
        Instant since = Instant.now();
        int count = (int) (time.toMillis() * perSecond / 1000);
        try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    Thread.sleep(Duration.ofNanos(Math.max(1, due - System.nanoTime())));
                }
                SignedInTenant who = tenant(i % 1_000);
                customers.execute(() -> trial.pay(who, site));
            }
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (trial.paidSince(since) < count && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        return count;
    }

    private static SignedInTenant tenant(int number) {
        LeaseNumber lease = new LeaseNumber("B" + number);
        return new SignedInTenant(
                new TenantNumber("%07d".formatted(number)), lease, List.of(lease), new UUID(0, number));
    }
}
