package fr.opalconnect.access;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Lets an answer leave only on the beat, so that its time does not tell what was found. The work is the same either
/// way already; this hides what remains, such as a row more to read.
@Component
class EvenPace {
    private final long beat;

    EvenPace(AccessSettings settings) {
        this.beat = settings.evenAnswer().toNanos();
    }

    <T> T keep(Supplier<T> work) {
        long begun = System.nanoTime();
        T answer = work.get();
        if (beat > 0) {
            long spent = System.nanoTime() - begun;
            waitFor(beat - spent % beat);
        }
        return answer;
    }

    private static void waitFor(long nanos) {
        try {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
