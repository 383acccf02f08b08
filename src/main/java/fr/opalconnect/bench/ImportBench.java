package fr.opalconnect.bench;

import fr.opalconnect.exchange.Imports;
import fr.opalconnect.exchange.Report;
import fr.opalconnect.sample.PackageMaker;
import fr.opalconnect.sample.Recipe;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// How long an import takes beside a bare COPY of the same files, on the same PostgreSQL, in the same minutes.
public final class ImportBench {
    private static final double MOST_FIRST = 4;
    private static final double MOST_CHANGED = 2;
    private static final double MOST_UNCHANGED = 0.5;

    private final Imports imports;
    private final BareCopy copy;
    private final PrintStream out;
    private final List<Long> copies = new ArrayList<>();

    public ImportBench(Imports imports, DataSource source, PrintStream out) {
        this.imports = imports;
        this.copy = new BareCopy(source);
        this.out = out;
    }

    /// @param folder where the packages are written
    /// @return whether every bar holds
    public boolean run(Path folder, int leases, int months) throws IOException, SQLException {
        Recipe first = Recipe.of(leases, months, 1, LocalDate.now(ZoneId.of("Europe/Paris")));
        out.printf("Writing packages of %,d leases × %d months…%n", leases, months);
        Path today = folder.resolve("today");
        Path tomorrow = folder.resolve("tomorrow");
        long lines = sum(new PackageMaker(first).writeTo(today));
        long linesTomorrow = sum(new PackageMaker(first.nextNight(0.01)).writeTo(tomorrow));
        out.printf("%,d lines, the next night %,d%n%n", lines, linesTomorrow);

        // A COPY before and after each import: the machine may be busier at one time than at another.
        copies.add(copy.time(today));
        long whole = time(today, Report.State.APPLIED);
        copies.add(copy.time(today));
        long changed = time(tomorrow, Report.State.APPLIED);
        copies.add(copy.time(tomorrow));
        long unchanged = time(tomorrow, Report.State.UNCHANGED);
        copies.add(copy.time(tomorrow));
        return print(lines, Map.of("first", whole, "changed", changed, "unchanged", unchanged));
    }

    private long time(Path path, Report.State expected) {
        System.gc();
        long start = System.nanoTime();
        Report report = imports.take(path, false);
        long nanos = System.nanoTime() - start;
        if (report.state() != expected) {
            throw new IllegalStateException("the import ended as " + report.state() + ": " + report.message());
        }
        return nanos;
    }

    private boolean print(long lines, Map<String, Long> nanos) {
        long copied = median();
        long heap = Runtime.getRuntime().maxMemory();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", "import");
        figures.put("lines", lines);
        figures.put("copy_seconds", seconds(copied));
        out.printf("%-34s %9s %9s %9s%n", "", "seconds", "× COPY", "at most");
        out.printf("%-34s %9.2f %9s%n", "bare COPY, unindexed text tables", copied / 1e9, "1");
        boolean held = row("first import", "first", nanos, copied, MOST_FIRST, figures);
        held &= row("next night, 1 line in 100 changed", "changed", nanos, copied, MOST_CHANGED, figures);
        held &= row("unchanged night", "unchanged", nanos, copied, MOST_UNCHANGED, figures);
        out.printf("%-34s %6d MB %9s %6s MB%n", "heap that Java may use", heap >> 20, "", "512");
        figures.put("heap_mb", heap >> 20);
        figures.put("held", held);
        out.println();
        out.println(FigureLine.of(figures));
        return held;
    }

    private boolean row(
            String label, String name, Map<String, Long> nanos, long copied, double most, Map<String, Object> figures) {
        long took = java.util.Objects.requireNonNull(nanos.get(name));
        double ratio = (double) took / copied;
        out.printf("%-34s %9.2f %9.2f %9s%n", label, took / 1e9, ratio, most);
        figures.put(name + "_seconds", seconds(took));
        figures.put(name + "_ratio", Math.round(ratio * 100) / 100.0);
        return ratio <= most;
    }

    private long median() {
        long[] sorted = copies.stream().mapToLong(Long::longValue).sorted().toArray();
        return Arrays.stream(sorted, 1, sorted.length - 1).sum() / (sorted.length - 2);
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / 1e7) / 100.0;
    }

    private static long sum(Map<String, Long> lines) {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }
}
