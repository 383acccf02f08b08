package fr.opalconnect.vault;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/// Puts a file of any size into the vault and reads it again, and says how much memory that took: what
/// `./opal bench documents` shows and a test holds.
@Component
public class VaultTrial {
    private static final int BUFFER = 1 << 16;
    private static final long STEP = 16L * 1024 * 1024;

    private final Vault vault;

    VaultTrial(Vault vault) {
        this.vault = vault;
    }

    /// @param size       in bytes
    /// @param putNanos   until it lay in the store
    /// @param openNanos  until its last byte was read
    /// @param mostLiving the most bytes that lived in the heap at any of the looks on the way, less those before
    public record Outcome(long size, long putNanos, long openNanos, long mostLiving) {}

    /// Nothing of it stays.
    public Outcome run(long size) throws IOException {
        long before = living();
        Watch watch = new Watch(before);
        long start = System.nanoTime();
        Kept kept = vault.put(new Generated(size, watch));
        long stored = System.nanoTime();
        try (InputStream content = Objects.requireNonNull(vault.open(kept.id()))) {
            compare(content, new Generated(size, watch), size);
        } finally {
            vault.release(kept.id());
        }
        return new Outcome(size, stored - start, System.nanoTime() - stored, watch.most);
    }

    private static void compare(InputStream content, InputStream expected, long size) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long read = 0;
        for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
            byte[] same = expected.readNBytes(length);
            if (!java.util.Arrays.equals(buffer, 0, length, same, 0, length)) {
                throw new IOException("what came out is not what went in, near byte " + read);
            }
            read += length;
        }
        if (read != size) {
            throw new IOException("of " + size + " bytes " + read + " came out");
        }
    }

    /// What is reachable: nothing else is left after a collection.
    private static long living() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
    }

    private static final class Watch implements LongConsumer {
        private final long before;
        private long most;
        private long next;

        Watch(long before) {
            this.before = before;
        }

        @Override
        public void accept(long place) {
            if (place >= next) {
                next = place + STEP;
                most = Math.max(most, living() - before);
            }
        }
    }

    /// Bytes that nobody has to hold: each follows from its place.
    private static final class Generated extends InputStream {
        private final long size;
        private final LongConsumer watch;
        private long place;

        Generated(long size, LongConsumer watch) {
            this.size = size;
            this.watch = watch;
        }

        @Override
        public int read() {
            return place == size ? -1 : at(place++);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (place == size) {
                return -1;
            }
            watch.accept(place);
            int count = (int) Math.min(length, size - place);
            for (int i = 0; i < count; i++) {
                bytes[offset + i] = (byte) at(place + i);
            }
            place += count;
            return count;
        }

        private static int at(long place) {
            return (int) ((place * 0x9E37_79B9_7F4A_7C15L) >>> 56);
        }
    }
}
