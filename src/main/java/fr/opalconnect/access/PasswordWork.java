package fr.opalconnect.access;

import jakarta.annotation.PreDestroy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id, which is slow on purpose. So only a few are hashed at once, on threads of their
/// own, and one processor stays with the pages: a flood of sign-ins waits its turn or is told to come back.
@Component
class PasswordWork {
    // OWASP's first choice for Argon2id.
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int SALT = 16;
    private static final int HASH = 32;

    private static final Duration WAIT = Duration.ofSeconds(2);

    /// What a comparison says.
    enum Match {
        RIGHT,
        WRONG,
        /// Too much to do: nothing was compared.
        BUSY
    }

    private final Argon2PasswordEncoder argon2;
    /// Compared with when there is no account, so that this takes as long.
    private final String nobody;

    private final Semaphore turns;
    private final ExecutorService threads;

    @Autowired
    PasswordWork() {
        this(MEMORY_KIB, ITERATIONS);
    }

    /// For tests of something else: nobody waits there for what is slow on purpose.
    PasswordWork(int memoryKib, int iterations) {
        this.argon2 = new Argon2PasswordEncoder(SALT, HASH, PARALLELISM, memoryKib, iterations);
        this.nobody = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memoryKib, iterations, PARALLELISM, random(SALT), random(HASH));
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.turns = new Semaphore(atOnce, true);
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().name("password-", 1).daemon().factory());
    }

    /// @return null when there is too much to do
    @Nullable
    String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    /// @param hash null when there is no account: that costs the same, and is never right
    Match compare(String password, @Nullable String hash) {
        Boolean same = inTurn(() -> argon2.matches(password, hash == null ? nobody : hash));
        if (same == null) {
            return Match.BUSY;
        }
        return same && hash != null ? Match.RIGHT : Match.WRONG;
    }

    /// Whether it was made with other settings than today's.
    boolean isOutdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private <T> @Nullable T inTurn(Callable<T> work) {
        try {
            if (!turns.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return null;
            }
            try {
                return threads.submit(work).get();
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Argon2 failed", e.getCause());
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
