package fr.opalconnect.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A package as one ZIP: written as a folder beside it first, because all files grow at once.
final class ZippedPackage {
    private ZippedPackage() {}

    /// Writes a package into a folder.
    interface Writer {
        Map<String, Long> writeTo(Path folder) throws IOException;
    }

    static Map<String, Long> write(Path file, Instant created, Writer writer) throws IOException {
        Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), ".package");
        try {
            Map<String, Long> lines = writer.writeTo(folder);
            List<Path> paths;
            try (Stream<Path> found = Files.walk(folder)) {
                paths = found.filter(Files::isRegularFile).sorted().toList();
            }
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_SPEED);
                for (Path path : paths) {
                    ZipEntry entry =
                            new ZipEntry(folder.relativize(path).toString().replace('\\', '/'));
                    // The day of the recipe, not of the disk: the same recipe gives the same bytes.
                    entry.setLastModifiedTime(FileTime.from(created));
                    zip.putNextEntry(entry);
                    Files.copy(path, zip);
                    zip.closeEntry();
                }
            }
            return lines;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
