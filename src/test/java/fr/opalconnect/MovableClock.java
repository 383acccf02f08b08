package fr.opalconnect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The program's clock in a test: it runs, and it can be put forward.
public final class MovableClock implements InstantSource {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /// Import this into a test to have the clock in its context.
    @TestConfiguration(proxyBeanMethods = false)
    public static class Setup {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    public void forward(Duration time) {
        ahead.updateAndGet(so -> so.plus(time));
    }
}
