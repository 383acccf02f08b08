package fr.opalconnect.command;

import fr.opalconnect.ui.Brand;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// `--landlord FILE`: settings `opal.brand.*` in place of those that the program brings.
final class LandlordFile {
    private static final String PREFIX = "opal.brand.";

    private LandlordFile() {}

    static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(
                    "The landlord's file " + file + " cannot be read. It holds lines such as opal.brand.phone=…");
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        TreeSet<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeIf(LandlordFile::isKnown);
        if (!unknown.isEmpty()) {
            throw new Failure("The landlord's file " + file + " sets " + String.join(", ", unknown)
                    + ", which nobody reads. What can be set stands in brand.properties.");
        }
        // The logo is looked for beside the file that names it.
        settings.computeIfPresent(
                PREFIX + "logo",
                (_, logo) -> logo.isBlank()
                        ? ""
                        : file.toAbsolutePath().resolveSibling(logo).toString());
        return settings;
    }

    private static boolean isKnown(String setting) {
        if (!setting.startsWith(PREFIX)) {
            return false;
        }
        String[] parts = setting.substring(PREFIX.length()).split("\\.", -1);
        RecordComponent component = component(Brand.class, parts[0]);
        if (component == null || parts.length > 2) {
            return false;
        }
        if (component.getType().isRecord()) {
            return parts.length == 2 && component(component.getType(), parts[1]) != null;
        }
        return component.getType() == Map.class == (parts.length == 2);
    }

    private static @Nullable RecordComponent component(Class<?> record, String name) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
