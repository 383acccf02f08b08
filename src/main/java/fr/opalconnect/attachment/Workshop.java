package fr.opalconnect.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Where files are made harmless: a few at a time, on threads of their own, because a picture takes a core for a second
/// and a tenth of the memory, and pages must not wait for it.
@Component
class Workshop implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private static final int QUEUE = 40;
    private static final int PATIENCE_SECONDS = 45;
    /// What the largest picture takes while it is worked on, with room to spare.
    private static final long MEMORY_EACH = 192L * 1024 * 1024;

    private final ThreadPoolExecutor benches;

    Workshop() {
        int places =
                places(Runtime.getRuntime().maxMemory(), Runtime.getRuntime().availableProcessors());
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

    private Clean await(Callable<Clean> work) throws Unfit {
        Future<Clean> bench = null;
        try {
            bench = benches.submit(work);
            return bench.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unfit unfit) {
                throw unfit;
            }
            throw new IllegalStateException(e.getCause());
        } catch (RejectedExecutionException | TimeoutException | CancellationException e) {
            if (bench != null) {
                bench.cancel(true);
            }
            throw new Unfit(Refusal.BUSY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unfit(Refusal.BUSY);
        }
    }

    @Override
    public void destroy() {
        benches.shutdownNow();
    }
}
