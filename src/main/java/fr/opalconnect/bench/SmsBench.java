package fr.opalconnect.bench;

import fr.opalconnect.bench.BadLine.Faults;
import fr.opalconnect.notification.Notifications.State;
import fr.opalconnect.notification.SmsTrial;
import fr.opalconnect.notification.SmsTrial.Booked;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Text messages over a line that throttles, breaks, and tells late and twice; our books are held against what the
/// centres really took, which the line itself has counted.
public final class SmsBench {
    private static final Faults FAULTS = new Faults(20, 1, 1, 20, 20);
    /// The second line breaks too, more seldom.
    private static final Faults SECOND = new Faults(5, 0, 1, 20, 20);

    private static final String SECRET = "bench";

    private final SmsTrial trial;
    private final Faults first;
    private final Faults second;
    private final PrintStream out;

    public SmsBench(SmsTrial trial, PrintStream out) {
        this(trial, FAULTS, SECOND, out);
    }

    SmsBench(SmsTrial trial, Faults first, Faults second, PrintStream out) {
        this.trial = trial;
        this.first = first;
        this.second = second;
        this.out = out;
    }

    /// @param centre one of another make that knows `bench`, password `bench`; null for our own
    /// @return whether none was lost, and none was sent twice without a reason
    public boolean run(int count, @Nullable InetSocketAddress centre) throws IOException, InterruptedException {
        // Two, as gateways are: a centre tells what it took on its own lines only.
        try (BenchCentre own = new BenchCentre();
                BenchCentre reserve = new BenchCentre();
                BadLine one = new BadLine(centre == null ? own.address() : centre, first, 1);
                BadLine two = new BadLine(reserve.address(), second, 2)) {
            long begun = System.nanoTime();
            List<Booked> booked = trial.run(count, one.port(), two.port(), SECRET);
            double seconds = (System.nanoTime() - begun) / 1e9;
            return tell(count, seconds, booked, one, two);
        }
    }

    private boolean tell(int count, double seconds, List<Booked> booked, BadLine first, BadLine second) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", "sms");
        figures.put("messages", count);
        figures.put("seconds", Math.round(seconds));
        figures.put("throttled", first.done().throttled() + second.done().throttled());
        figures.put("lines_broken", first.done().dropped() + second.done().dropped());
        figures.put("receipts_late", first.done().late() + second.done().late());
        figures.put("receipts_twice", first.done().twice() + second.done().twice());
        Count these = wanted -> booked.stream()
                .filter(one -> wanted.test(one, first.taken(one.number()) + second.taken(one.number())))
                .count();
        figures.put("delivered", these.of((one, taken) -> one.state() == State.DELIVERED));
        figures.put("handed_over_without_receipt", these.of((one, taken) -> one.state() == State.HANDED_OVER));
        figures.put("unknown_and_taken", these.of((one, taken) -> one.state() == State.UNKNOWN && taken > 0));
        figures.put("unknown_and_not_taken", these.of((one, taken) -> one.state() == State.UNKNOWN && taken == 0));
        figures.put("codes_sent_again", these.of((one, taken) -> one.again() > 0));
        figures.put("codes_that_came_more_than_once", these.of((one, taken) -> one.again() > 0 && taken > 1));
        int missing = count - booked.size();
        long lost = these.of((one, taken) -> taken == 0 && (one.code() || one.state() != State.UNKNOWN));
        long twice = these.of((one, taken) -> taken > (one.code() ? 1 + one.again() : 1));
        figures.put("lost", missing + lost);
        figures.put("twice_without_a_reason", twice);
        boolean held = missing + lost + twice == 0;
        figures.put("held", held);
        figures.forEach((name, value) -> out.printf("%-32s %10s%n", name.replace('_', ' '), value));
        out.println();
        out.println(FigureLine.of(figures));
        return held;
    }

    /// How many there are of which something holds, given how often the centres took them.
    private interface Count {
        long of(Wanted wanted);
    }

    private interface Wanted {
        boolean test(Booked one, int taken);
    }
}
