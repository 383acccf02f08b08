package fr.opalconnect.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A package that a test has made, read again.
record Made(Path folder, Dialect dialect, Map<String, Long> lines) {
    static Made of(Recipe recipe, Path folder) {
        try {
            return new Made(folder, recipe.dialect(), new PackageMaker(recipe).writeTo(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void each(String file, Consumer<NamedCsvRecord> row) {
        Path path = folder.resolve(file + ".csv");
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().fieldSeparator(dialect.delimiter).ofNamedCsvRecord(path, dialect.charset)) {
            reader.forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows of a file by their first column.
    Map<String, List<String>> byId(String file) {
        Map<String, List<String>> rows = new TreeMap<>();
        each(file, row -> rows.put(row.getField(0), List.copyOf(row.getFields())));
        return rows;
    }

    /// Every file's path and bytes.
    Map<String, String> bytes() {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        folder.relativize(file).toString(),
                        new java.math.BigInteger(1, sha256(Files.readAllBytes(file))).toString(16));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    static long cents(String euros) {
        return Math.round(Double.parseDouble(euros) * 100);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
