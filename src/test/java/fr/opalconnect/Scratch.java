package fr.opalconnect;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where tests put what lasts as long as they do. In memory where there is room: a run makes and deletes files by the
/// ten thousand, and a disk's file system spends a third of the machine on looking for names that are free again.
final class Scratch {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_BYTES = 6L << 30;

    private static final boolean IN_MEMORY =
            Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() > ENOUGH_BYTES;

    private Scratch() {}

    static File folder() {
        return IN_MEMORY ? MEMORY.toFile() : new File(System.getProperty("java.io.tmpdir"));
    }

    static boolean isInMemory() {
        return IN_MEMORY;
    }
}
