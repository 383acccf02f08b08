package fr.opalconnect.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Where files are made harmless: a few at a time, on threads of their own, because a picture takes a core for a second
/// and a tenth of the memory, and pages must not wait for it.
@Component
class Workshop implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private static final int QUEUE = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    /// What the largest picture takes while it is worked on, with room to spare.
    private static final long MEMORY_EACH = 192L * 1024 * 1024;

    /// Nobody can stop a thread that does not listen: so many more may work while others never end.
    private static final int MOST_LOST = 2;

    private final ThreadPoolExecutor benches;
    private final int places;
    private final Duration patience;
    private int lost;

    @Autowired
    Workshop() {
        this(places(Runtime.getRuntime().maxMemory(), Runtime.getRuntime().availableProcessors()), PATIENCE);
    }

    Workshop(int places, Duration patience) {
        this.places = places;
        this.patience = patience;
        benches = new ThreadPoolExecutor(
                places,
                places,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().daemon().name("workshop-", 1).factory());
        benches.allowCoreThreadTimeOut(true);
    }

    /// A third of the memory at most, and never all cores.
    static int places(long memory, int cores) {
        return Math.clamp(memory / 3 / MEMORY_EACH, 1, Math.max(1, cores - 1));
    }

    /// @throws Unfit when it is none of the kinds that are taken, or not what it says
    Clean clean(Path file) throws Unfit {
        return await(() -> work(file));
    }

    private static Clean work(Path file) throws Unfit {
        try {
            RealType type = RealType.of(file);
            byte[] bytes = Files.readAllBytes(file);
            return switch (type) {
                case JPEG, PNG, WEBP -> Pictures.clean(type, bytes);
                case HEIC -> Clean.of(FileKind.HEIC, Heic.clean(bytes));
                case PDF -> Clean.of(FileKind.PDF, Pdf.clean(bytes));
                case OTHER -> throw new Unfit(Refusal.OTHER_KIND);
            };
        } catch (IOException | RuntimeException e) {
            LOG.debug("A file could not be read", e); // whoever made it knows why
            throw new Unfit(Refusal.BROKEN);
        } catch (OutOfMemoryError e) {
            LOG.warn("A file asked for more memory than there is", e);
            throw new Unfit(Refusal.TOO_MANY_PIXELS);
        }
    }

    Clean await(Callable<Clean> work) throws Unfit {
        Bench bench = new Bench(work);
        Future<Clean> result = null;
        try {
            result = benches.submit(bench);
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unfit unfit) {
                throw unfit;
            }
            throw new IllegalStateException(e.getCause());
        } catch (RejectedExecutionException | TimeoutException | CancellationException e) {
            if (result != null) {
                result.cancel(true);
                bench.giveUp();
            }
            throw new Unfit(Refusal.BUSY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unfit(Refusal.BUSY);
        }
    }

    /// One file at work. Where it is given up before it ends, another bench stands in for its own until then.
    private final class Bench implements Callable<Clean> {
        private enum State {
            WAITS,
            WORKS,
            GIVEN_UP,
            DONE
        }

        private final Callable<Clean> work;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITS);

        Bench(Callable<Clean> work) {
            this.work = work;
        }

        @Override
        public Clean call() throws Exception {
            state.set(State.WORKS);
            try {
                return work.call();
            } finally {
                if (state.getAndSet(State.DONE) == State.GIVEN_UP) {
                    lose(-1);
                }
            }
        }

        void giveUp() {
            if (state.compareAndSet(State.WORKS, State.GIVEN_UP)) {
                LOG.warn("A file was worked on for {} without an end; another bench stands in", patience);
                lose(1);
            }
        }
    }

    private synchronized void lose(int more) {
        lost += more;
        int now = places + Math.min(lost, MOST_LOST);
        benches.setCorePoolSize(Math.min(now, benches.getMaximumPoolSize()));
        benches.setMaximumPoolSize(now);
        benches.setCorePoolSize(now);
    }

    @Override
    public void destroy() {
        benches.shutdownNow();
    }
}
