package fr.opalconnect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The shapes that were looked at in this run, by the kind of look. Both halves of a run know what the other has seen.
final class SeenShapes {
    private final Path folder = folder();

    /// What was looked at in this way: hashes, with spaces between them.
    String of(String look) {
        Path file = folder.resolve(look);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String look, String hashes) {
        try {
            Files.writeString(folder.resolve(look), " " + hashes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String run = System.getProperty("opal.run");
        try {
            return run == null
                    ? TestFolder.create()
                    : Files.createDirectories(Path.of("target", "looked-at", run.replaceAll("[^0-9]", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
