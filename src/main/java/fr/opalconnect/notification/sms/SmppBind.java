package fr.opalconnect.notification.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection that is kept: when it is lost it comes back, with pauses that grow. At most so many messages are on
/// their way on it, and after 'too many' it holds its breath.
final class SmppBind implements AutoCloseable {
    /// What came of one message, or one part of one.
    sealed interface Handed {
        record Taken(String id) implements Handed {}

        /// @param status the answer's `command_status`
        record Refused(int status) implements Handed {}

        /// It never left.
        record NotSent(String reason) implements Handed {}

        /// It left, and no answer came.
        record Unanswered(String reason) implements Handed {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(SmppBind.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /// An answer that was read while the line broke is still told.
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final Duration STOPPING = Duration.ofSeconds(3);

    private final String name;
    private final SmppLink.Maker maker;
    private final int room;
    private final Semaphore window;
    private final Duration answer;
    private final Thread keeper;
    private volatile @Nullable SmppLink link;
    private volatile boolean stopped;
    private volatile long heldUntil = System.nanoTime();

    SmppBind(String name, SmppLink.Maker maker, int room, Duration answer) {
        this.name = name;
        this.room = room;
        this.maker = maker;
        this.window = new Semaphore(room);
        this.answer = answer;
        this.keeper = Thread.ofVirtual().name(name).unstarted(this::keep);
    }

    void start() {
        keeper.start();
    }

    boolean isUp() {
        return link != null;
    }

    /// Whether it takes another one at once.
    boolean isFree() {
        return isUp() && window.availablePermits() > 0 && heldUntil - System.nanoTime() <= 0;
    }

    /// Takes no more for that long.
    void hold(Duration pause) {
        heldUntil = System.nanoTime() + pause.toNanos();
    }

    /// Waits for room in the window, and while it holds its breath.
    Handed submit(SmppLink.Message message) throws InterruptedException {
        long held = heldUntil - System.nanoTime();
        if (held > 0) {
            Thread.sleep(Duration.ofNanos(held));
        }
        if (!window.tryAcquire(answer.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Handed.NotSent("no room in the window");
        }
        try {
            SmppLink now = link;
            return now == null ? new Handed.NotSent("not connected") : submit(now, message);
        } finally {
            window.release();
        }
    }

    private Handed submit(SmppLink now, SmppLink.Message message) throws InterruptedException {
        CompletableFuture<Handed> handed = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> handed.complete(now.submit(message)));
        try {
            CompletableFuture.anyOf(handed, now.closed()).get();
            return handed.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Handed.Unanswered("connection lost");
        } catch (ExecutionException e) {
            throw new IllegalStateException("neither ends badly", e);
        }
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        while (!stopped) {
            try {
                SmppLink made = maker.connect();
                LOG.info("{} is connected", name);
                link = made;
                made.closed().join();
                link = null;
                if (made.wasOfUse()) {
                    pause = FIRST_PAUSE;
                }
                tell("the connection was lost", pause);
            } catch (IOException e) {
                // Its message says what the other side answered; there is no password in it.
                tell(String.valueOf(e.getMessage()), pause);
            }
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void tell(String what, Duration pause) {
        if (!stopped) {
            LOG.warn("{}: {}; next try in about {}", name, what, pause);
        }
    }

    /// Not all at once, when there are several.
    private void rest(Duration pause) {
        if (stopped) {
            return;
        }
        try {
            Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    /// Lets what is on its way be answered, says goodbye, hangs up.
    @Override
    public void close() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            window.tryAcquire(room, STOPPING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        SmppLink now = link;
        if (now != null) {
            now.unbind();
        }
        keeper.interrupt();
    }
}
