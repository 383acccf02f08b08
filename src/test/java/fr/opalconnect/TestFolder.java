package fr.opalconnect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/// Folders that last as long as the tests of a run.
public final class TestFolder {
    private TestFolder() {}

    public static Path create() {
        try {
            Path folder = Files.createTempDirectory(Scratch.folder().toPath(), "opal-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            // what the system keeps in its temporary folder is its business
        }
    }
}
