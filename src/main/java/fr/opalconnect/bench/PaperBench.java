package fr.opalconnect.bench;

import fr.opalconnect.document.MadePaper;
import fr.opalconnect.document.MadePapers;
import fr.opalconnect.kernel.LeaseNumber;
import fr.opalconnect.kernel.SignedInTenant;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.sample.CastLease;
import fr.opalconnect.ui.Texts;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Papers of the demonstration's tenants, one after the other on every core: how many a second, and whether what stays
/// in memory grows.
public final class PaperBench {
    private static final int PARTS = 10;
    private static final Duration WARM = Duration.ofSeconds(15);
    private static final double MOST_GROWTH = 1.1;

    private record Wanted(SignedInTenant who, MadePaper paper) {}

    private final MadePapers papers;
    private final Texts texts;
    private final PrintStream out;

    public PaperBench(MadePapers papers, Texts texts, PrintStream out) {
        this.papers = papers;
        this.texts = texts;
        this.out = out;
    }

    /// @param count how many papers
    /// @return whether the heap stayed flat
    public boolean run(int count) throws InterruptedException {
        List<Wanted> wanted = wanted();
        int cores = Runtime.getRuntime().availableProcessors();
        out.printf("%,d papers on %d cores, of %,d different ones; warming up…%n%n", count, cores, wanted.size());
        AtomicInteger next = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        long warmUntil = System.nanoTime() + WARM.toNanos();
        while (System.nanoTime() < warmUntil) {
            make(wanted, next, wanted.size() / 4, bytes);
        }
        bytes.set(0);
        out.printf("%12s %14s %22s%n", "papers", "a second", "heap in use (MB)");
        int share = count / PARTS;
        double seconds = 0;
        Duration cpu = cpu();
        List<Double> heap = new ArrayList<>();
        for (int part = 1; part <= PARTS; part++) {
            long begun = System.nanoTime();
            make(wanted, next, share, bytes);
            double took = (System.nanoTime() - begun) / 1e9;
            seconds += took;
            heap.add(heapInUse());
            out.printf("%,12d %14.0f %22.1f%n", part * share, share / took, heap.getLast());
        }
        int made = PARTS * share;
        boolean flat = least(heap.subList(PARTS / 2, PARTS)) <= least(heap.subList(0, PARTS / 2)) * MOST_GROWTH;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", "documents");
        figures.put("papers", made);
        figures.put("cores", cores);
        figures.put("a_second", Math.round(made / seconds));
        // On a machine that does something else besides, this says more.
        figures.put("cpu_ms_each", Math.round(cpu().minus(cpu).toNanos() / 1e5 / made) / 10.0);
        figures.put("bytes_each", bytes.get() / made);
        figures.put("heap_first_half_mb", Math.round(least(heap.subList(0, PARTS / 2)) * 10) / 10.0);
        figures.put("heap_second_half_mb", Math.round(least(heap.subList(PARTS / 2, PARTS)) * 10) / 10.0);
        figures.put("flat", flat);
        out.println();
        out.println(FigureLine.of(figures));
        return flat;
    }

    private void make(List<Wanted> wanted, AtomicInteger next, int count, AtomicLong bytes)
            throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        try (ExecutorService makers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int i = 0; i < count; i++) {
                makers.execute(() -> {
                    Wanted one = wanted.get(Math.floorMod(next.getAndIncrement(), wanted.size()));
                    byte[] pdf = papers.write(one.who(), one.paper());
                    if (pdf != null) {
                        bytes.addAndGet(pdf.length);
                        made.incrementAndGet();
                    }
                });
            }
            makers.shutdown();
            if (!makers.awaitTermination(1, TimeUnit.HOURS)) {
                throw new IllegalStateException("papers take too long");
            }
        }
        if (made.get() != count) {
            throw new IllegalStateException("only %d of %d were made".formatted(made.get(), count));
        }
    }

    /// Every file that the cast can have.
    private List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        for (Cast person : Cast.values()) {
            List<LeaseNumber> leases =
                    person.leases().stream().map(CastLease::number).toList();
            for (LeaseNumber lease : leases) {
                SignedInTenant who = new SignedInTenant(person.tenant(), lease, leases, new UUID(0, 1));
                papers.of(who, texts).stream()
                        .filter(paper -> paper.kind().isFile())
                        .forEach(paper -> wanted.add(new Wanted(who, paper)));
            }
        }
        return wanted;
    }

    /// Whatever else the program does comes and goes; what is kept stays.
    private static double least(List<Double> heap) {
        return heap.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double heapInUse() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
