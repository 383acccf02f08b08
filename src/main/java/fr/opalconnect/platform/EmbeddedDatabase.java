package fr.opalconnect.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL that needs no installation. Its data folder outlives it, and whoever killed the program last time: a
/// server that was left running is stopped before the folder is opened again.
public final class EmbeddedDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final FileChannel lockFile;
    private final FileLock lock;

    private EmbeddedDatabase(EmbeddedPostgres server, FileChannel lockFile, FileLock lock) {
        this.server = server;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /// A folder that cannot be used, in words for the person who started the program.
    public static final class Unusable extends Exception {
        Unusable(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    /// @param folder kept between starts; made when it is missing
    public static EmbeddedDatabase start(Path folder) throws Unusable {
        Path data = folder.resolve("postgresql");
        FileChannel lockFile = openLock(folder);
        try {
            FileLock lock = tryLock(lockFile);
            if (lock == null) {
                throw new Unusable(
                        "Another OPAL Connect' is already running with the data folder " + folder + ".", null);
            }
            stopLeftover(data);
            return new EmbeddedDatabase(launch(folder, data), lockFile, lock);
        } catch (IOException e) {
            closeQuietly(lockFile);
            throw new Unusable(
                    "PostgreSQL does not start with the data folder " + folder
                            + " (see postgresql.log there). Give another one with --data, or remove it to begin anew.",
                    e);
        } catch (Unusable e) {
            closeQuietly(lockFile);
            throw e;
        }
    }

    public String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static EmbeddedPostgres launch(Path folder, Path data) throws IOException {
        Redirect log = Redirect.appendTo(folder.resolve("postgresql.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), "opal-postgresql")
                        .toFile())
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // The library turns durability off for tests; here the data is meant to stay.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("checkpoint_completion_target", "0.9")
                .setServerConfig("max_connections", "60")
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private static FileChannel openLock(Path folder) throws Unusable {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve("opal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Unusable("The data folder " + folder + " cannot be written. Give another one with --data.", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very program holds it already
        }
    }

    /// We hold the lock, so a server that still runs on this folder belongs to a program that was killed.
    private static void stopLeftover(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> left = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(EmbeddedDatabase::isPostgres);
        if (left.isPresent()) {
            // SIGINT is PostgreSQL's fast shutdown: running transactions are rolled back, nothing is lost.
            new ProcessBuilder("kill", "-INT", Long.toString(left.get().pid())).start();
            left.get()
                    .onExit()
                    .completeOnTimeout(left.get(), 20, TimeUnit.SECONDS)
                    .join();
            left.filter(ProcessHandle::isAlive).ifPresent(ProcessHandle::destroyForcibly);
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // the program is about to stop with a sentence of its own
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.release();
        lockFile.close();
    }
}
