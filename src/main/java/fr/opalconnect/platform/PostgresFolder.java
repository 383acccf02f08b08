package fr.opalconnect.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The data folder of the embedded PostgreSQL, held by one program at a time: the cluster, its password, its log.
final class PostgresFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lockFile;

    private PostgresFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    static PostgresFolder hold(Path folder) throws EmbeddedDatabase.Unusable {
        FileChannel lockFile = null;
        try {
            Files.createDirectories(folder);
            lockFile =
                    FileChannel.open(folder.resolve("opal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                throw new EmbeddedDatabase.Unusable(
                        "Another OPAL Connect' is already running with the data folder " + folder + ".", null);
            }
            PostgresFolder held = new PostgresFolder(folder.toAbsolutePath(), lockFile);
            held.checkVersion();
            return held;
        } catch (IOException e) {
            closeQuietly(lockFile);
            throw new EmbeddedDatabase.Unusable(
                    "The data folder " + folder + " cannot be written. Give another one with --data.", e);
        } catch (EmbeddedDatabase.Unusable e) {
            closeQuietly(lockFile);
            throw e;
        }
    }

    Path path() {
        return folder;
    }

    Path cluster() {
        return folder.resolve("postgresql");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    Path passwordFile() {
        return folder.resolve("postgresql.password");
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /// The server listens to everyone on this machine, so it asks for a password that only the folder's owner can read.
    String password() throws IOException {
        Path file = passwordFile();
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            var onlyUs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path half = Files.createTempFile(folder, "password", null, onlyUs);
            Files.writeString(half, HexFormat.of().formatHex(random));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /// Where a cluster grows until it is complete: a program that is killed meanwhile leaves nothing that looks whole.
    /// Each has a name of its own, because an orphaned `initdb` may still be busy in the one before.
    Path nursery() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "postgresql.new-*")) {
            for (Path nursery : left) {
                deleteIfPossible(nursery);
            }
        }
        return folder.resolve("postgresql.new-" + ProcessHandle.current().pid());
    }

    void moveIn(Path nursery) throws IOException {
        Files.move(nursery, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// The lines of the server's pid file; none when no server runs.
    List<String> pidFile() throws IOException {
        Path file = cluster().resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /// The server that the pid file names, if it is one.
    Optional<ProcessHandle> server() throws IOException {
        List<String> lines = pidFile();
        return lines.isEmpty() || lines.getFirst().isBlank()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(PostgresFolder::isPostgres);
    }

    void forgetServer() throws IOException {
        Files.deleteIfExists(cluster().resolve("postmaster.pid"));
    }

    private void checkVersion() throws IOException, EmbeddedDatabase.Unusable {
        if (hasCluster()) {
            String major = Files.readString(cluster().resolve("PG_VERSION")).strip();
            if (!major.equals(PostgresPrograms.MAJOR)) {
                throw new EmbeddedDatabase.Unusable(
                        "The data folder %s was made by PostgreSQL %s, and this program brings PostgreSQL %s. Give another one with --data."
                                .formatted(folder, major, PostgresPrograms.MAJOR),
                        null);
            }
        } else if (Files.exists(cluster())) {
            throw new EmbeddedDatabase.Unusable(
                    "The folder " + cluster() + " holds no PostgreSQL. Remove it, or give another one with --data.",
                    null);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very program holds it already
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void deleteIfPossible(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            // somebody still writes there; a later start removes it
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // the program is about to stop with a sentence of its own
        }
    }

    @Override
    public void close() {
        closeQuietly(lockFile);
    }
}
