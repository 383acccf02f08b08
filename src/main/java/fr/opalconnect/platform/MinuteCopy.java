package fr.opalconnect.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What a page that everybody opens reads from memory: a minute old at most, so that it costs no round trip. What was
/// just done on this node shows at once, where whoever does it has it forgotten.
public final class MinuteCopy<T> {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Copy<T>(Instant readAt, T value) {}

    private final InstantSource clock;
    private final Function<Instant, T> read;
    private volatile @Nullable Copy<T> copy;

    /// @param read reads it anew, as of a moment
    public MinuteCopy(InstantSource clock, Function<Instant, T> read) {
        this.clock = clock;
        this.read = read;
    }

    public T get() {
        Instant now = clock.instant();
        Copy<T> held = copy;
        if (held == null || held.readAt().plus(KEPT).isBefore(now)) {
            held = new Copy<>(now, read.apply(now));
            copy = held;
        }
        return held.value();
    }

    public void forget() {
        copy = null;
    }

    /// Something changes in the caller's transaction.
    public void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }
        });
    }
}
