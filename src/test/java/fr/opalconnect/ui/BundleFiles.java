package fr.opalconnect.ui;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The bundles as they lie in the folders, to be held against each other.
final class BundleFiles {
    static final Path RESOURCES = Path.of("src/main/resources/fr/opalconnect");

    private BundleFiles() {}

    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*" + ending))
                    .sorted()
                    .toList();
        }
    }

    /// The same bundle in another language.
    static Path in(String language, Path french) {
        return french.resolveSibling(french.getFileName().toString().replace("_fr.", "_" + language + "."));
    }

    /// Empty when there is no such bundle.
    static Map<String, String> texts(Path bundle) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (Files.exists(bundle)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle)) {
                properties.load(reader);
            }
            properties.forEach((key, text) -> texts.put((String) key, (String) text));
        }
        return texts;
    }

    static Set<String> keys(Path bundle) throws IOException {
        return texts(bundle).keySet();
    }

    static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    static Set<String> holes(String text) {
        return found("\\{[0-9]}", text);
    }

    static Set<String> tags(String text) {
        return found("</?[a-z]+", text);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
