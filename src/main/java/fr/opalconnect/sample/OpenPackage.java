package fr.opalconnect.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/// The files of a package while they are being written, all at once: a lease and its whole story are made, written
/// and forgotten before the next one, so that memory stays flat.
final class OpenPackage implements Closeable {
    private final Map<PackageFile, CsvFile> files = new EnumMap<>(PackageFile.class);
    private final Map<String, String> delivered = new HashMap<>();
    private final Path folder;
    private final boolean onlyChanges;

    OpenPackage(Path folder, Recipe recipe) throws IOException {
        this.folder = folder;
        this.onlyChanges = recipe.delta();
        Files.createDirectories(folder);
        for (PackageFile file : PackageFile.of(recipe)) {
            Path path = folder.resolve(file.resource() + ".csv");
            files.put(file, new CsvFile(path, recipe.dialect(), file.columns));
        }
    }

    /// A line that is as it was the night before.
    void put(Row row) {
        put(row, false);
    }

    void put(Row row, boolean changed) {
        if (onlyChanges && !changed) {
            return;
        }
        try {
            CsvFile file = file(row.file());
            row.write(file);
            file.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param sha256 of the file at that path
    record Delivered(String path, String sha256) {}

    /// Writes a file that a line names, once. Nothing is written where only changes are: it came with the package
    /// before.
    ///
    /// @return its SHA-256
    String deliver(String path, Supplier<byte[]> content) {
        return delivered.computeIfAbsent(path, first -> write(path, content.get()));
    }

    private String write(String path, byte[] content) {
        try {
            if (!onlyChanges) {
                Path file = folder.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }

    /// How many lines each file has.
    Map<String, Long> lines() {
        Map<String, Long> counts = new java.util.LinkedHashMap<>();
        files.forEach((file, csv) -> counts.put(file.resource(), csv.lines()));
        return counts;
    }

    private CsvFile file(PackageFile which) {
        return java.util.Objects.requireNonNull(files.get(which));
    }

    @Override
    public void close() throws IOException {
        for (CsvFile file : files.values()) {
            file.close();
        }
    }
}
