package fr.opalconnect.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The short film about the app, as `./opal film` records it from the real pages: the picture, when each scene begins,
/// and what is said under it.
@Component
class Film {
    static final String FOLDER = "fr/opalconnect/app/film/";

    /// @param name  of its sentence among the texts
    /// @param from  in thousandths of a second
    /// @param until likewise
    record Scene(String name, int from, int until) {
        String textKey() {
            return "app.film.scene." + name;
        }

        /// As WebVTT writes a time.
        static String time(int at) {
            return String.format(Locale.ROOT, "%02d:%02d.%03d", at / 60_000, at / 1_000 % 60, at % 1_000);
        }
    }

    private final List<Scene> scenes;

    Film() {
        this.scenes = read();
    }

    /// In their order; none where no film was recorded.
    List<Scene> scenes() {
        return scenes;
    }

    private static List<Scene> read() {
        ClassPathResource file = new ClassPathResource(FOLDER + "scenes.txt");
        List<Scene> scenes = new ArrayList<>();
        if (!file.exists()) {
            return scenes;
        }
        try {
            for (String line :
                    file.getContentAsString(StandardCharsets.UTF_8).strip().split("\n", -1)) {
                String[] words = line.split(" ", -1);
                scenes.add(new Scene(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(scenes);
    }
}
