package fr.opalconnect.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/// `--landlord FILE`: settings `opal.brand.*` in place of those in the program's own `brand.properties`, which has them
/// all.
final class LandlordFile {
    private static final String LOGO = "opal.brand.logo";
    private static final String HOURS = "opal\\.brand\\.hours\\.[a-z]{2}";

    private LandlordFile() {}

    static Map<String, String> read(Path file) {
        Map<String, String> settings;
        try (Reader in = Files.newBufferedReader(file)) {
            settings = settings(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(
                    "The landlord's file " + file + " cannot be read. It holds lines such as opal.brand.phone=…");
        }
        TreeSet<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(ours().keySet());
        unknown.removeIf(name -> name.matches(HOURS));
        if (!unknown.isEmpty()) {
            throw new Failure("The landlord's file " + file + " sets " + String.join(", ", unknown)
                    + ", which nobody reads. What can be set stands in brand.properties.");
        }
        // The logo is looked for beside the file that names it.
        settings.computeIfPresent(
                LOGO,
                (_, logo) -> logo.isBlank()
                        ? ""
                        : file.toAbsolutePath().resolveSibling(logo).toString());
        return settings;
    }

    private static Map<String, String> ours() {
        try (InputStream in = LandlordFile.class.getResourceAsStream("/brand.properties")) {
            return settings(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(Reader in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }
}
