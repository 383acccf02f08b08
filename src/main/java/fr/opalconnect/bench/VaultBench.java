package fr.opalconnect.bench;

import fr.opalconnect.vault.VaultTrial;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// One large file into the vault and out again: how fast, and whether the heap grows with it.
public final class VaultBench {
    private static final long MEGABYTE = 1_000_000;
    private static final long MOST_LIVING = 8 * MEGABYTE;
    private static final long WARM = 64 * MEGABYTE;

    private final VaultTrial trial;
    private final PrintStream out;

    public VaultBench(VaultTrial trial, PrintStream out) {
        this.trial = trial;
        this.out = out;
    }

    /// @param size in bytes
    /// @return whether the heap did not grow
    public boolean run(long size) throws IOException {
        trial.run(WARM);
        VaultTrial.Outcome outcome = trial.run(size);
        long in = rate(size, outcome.putNanos());
        long back = rate(size, outcome.openNanos());
        boolean flat = outcome.mostLiving() < MOST_LIVING;
        out.printf(
                "A file of %,d MB: into the vault at %,d MB/s, out of it at %,d MB/s; the heap grew by %.1f MB.%n",
                size / MEGABYTE, in, back, outcome.mostLiving() / (double) MEGABYTE);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", "vault");
        figures.put("megabytes", size / MEGABYTE);
        figures.put("in_mb_a_second", in);
        figures.put("out_mb_a_second", back);
        figures.put("heap_growth_mb", Math.round(outcome.mostLiving() * 10 / (double) MEGABYTE) / 10.0);
        figures.put("flat", flat);
        out.println(FigureLine.of(figures));
        out.println();
        return flat;
    }

    private static long rate(long size, long nanos) {
        return Math.round(size / (double) MEGABYTE / (nanos / 1e9));
    }
}
