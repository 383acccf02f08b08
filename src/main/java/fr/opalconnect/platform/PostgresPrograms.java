package fr.opalconnect.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked once per machine from the archive that the build put on the class path.
final class PostgresPrograms {
    /// What the archive brings; a data folder of another one cannot be opened.
    static final String MAJOR = "18";

    private final Path home;
    private final PostgresUser user;

    private PostgresPrograms(Path home, PostgresUser user) {
        this.home = home;
        this.user = user;
    }

    /// @param lastResort a folder to unpack into when this user has no place of its own
    static PostgresPrograms unpacked(Path lastResort) throws IOException {
        String archive = "postgres-%s-%s.txz".formatted(system(), machine());
        URL packed = PostgresPrograms.class.getResource("/" + archive);
        if (packed == null) {
            throw new IOException("no " + archive + " in this build");
        }
        String name = "postgresql-" + MAJOR + "-" + packed.openConnection().getContentLengthLong();
        Path home = place(lastResort).resolve(name);
        if (!Files.isDirectory(home)) {
            unpack(packed, home);
        }
        return new PostgresPrograms(home, PostgresUser.fitting());
    }

    PostgresUser user() {
        return user;
    }

    ProcessBuilder call(String program, List<String> arguments, Path log) {
        String path = home.resolve("bin").resolve(program).toString();
        ProcessBuilder builder = new ProcessBuilder(user.command(path, arguments));
        // Whoever starts the program may stand in a folder that PostgreSQL cannot read.
        return builder.directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("win") ? "windows" : "linux";
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm_64" : "x86_64";
    }

    /// Where caches belong, in a folder that only this user writes to.
    private static Path place(Path lastResort) throws IOException {
        for (Path candidate : List.of(cache().resolve("opal-connect"), lastResort)) {
            try {
                Files.createDirectories(candidate);
                if (Files.isWritable(candidate)) {
                    return candidate.toAbsolutePath();
                }
            } catch (IOException e) {
                // a home that does not exist, as that of 'nobody': the next one
            }
        }
        throw new IOException("no folder to unpack PostgreSQL into");
    }

    private static Path cache() {
        if (PostgresUser.isRoot()) {
            return Path.of("/var/cache"); // whoever PostgreSQL runs as cannot read root's home
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        return cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    }

    /// Into a folder beside it first: whoever is killed half way leaves nothing that looks complete.
    private static void unpack(URL packed, Path home) throws IOException {
        Path parent = java.util.Objects.requireNonNull(home.getParent());
        Path half = Files.createTempDirectory(parent, "unpacking");
        try (InputStream in = packed.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, half.resolve(entry.getName()));
            }
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            PostgresFolder.delete(half);
            if (!Files.isDirectory(home)) { // else another start was faster, which is as well
                throw e;
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException(target + " cannot be made executable");
        }
    }
}
