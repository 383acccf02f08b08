package fr.opalconnect.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// The nine files of a package while they are being written, all at once: a lease and its whole story are made, written
/// and forgotten before the next one, so that memory stays flat.
final class OpenPackage implements Closeable {
    private final Map<PackageFile, CsvFile> files = new EnumMap<>(PackageFile.class);
    private final boolean onlyChanges;

    OpenPackage(Path folder, Recipe recipe) throws IOException {
        this.onlyChanges = recipe.delta();
        Files.createDirectories(folder);
        for (PackageFile file : PackageFile.values()) {
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
