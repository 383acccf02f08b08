package fr.opalconnect.app;

import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Open;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The film, its words in the language of the page, and the pictures that were taken with it.
@Controller
@Open
class FilmPage {
    private static final String PATH = InstallPage.PATH + "/film/";
    private static final MediaType WEB_VTT = MediaType.parseMediaType("text/vtt; charset=utf-8");
    private static final Map<String, MediaType> FILES = Map.of(
            "film.mp4", MediaType.parseMediaType("video/mp4"),
            "affiche.jpg", MediaType.IMAGE_JPEG,
            "accueil.jpg", MediaType.IMAGE_JPEG,
            "compte.jpg", MediaType.IMAGE_JPEG,
            "message.jpg", MediaType.IMAGE_JPEG,
            "ordinateur.jpg", MediaType.IMAGE_JPEG);

    private final Film film;
    private final TextBundles texts;
    private final Languages languages;

    FilmPage(Film film, TextBundles texts, Languages languages) {
        this.film = film;
        this.texts = texts;
        this.languages = languages;
    }

    /// In parts too: some browsers play nothing else.
    @GetMapping(PATH + "{name}")
    ResponseEntity<Resource> file(@PathVariable String name) {
        MediaType type = FILES.get(name);
        Resource file = new ClassPathResource(Film.FOLDER + name);
        if (type == null || !file.exists()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic())
                .body(file);
    }

    @GetMapping(PATH + "film.vtt")
    ResponseEntity<String> words(HttpServletRequest request) {
        Texts t = texts.in(languages.of(request));
        StringBuilder words = new StringBuilder("WEBVTT\n");
        for (Film.Scene scene : film.scenes()) {
            words.append("\n%s --> %s\n%s\n"
                    .formatted(Film.Scene.time(scene.from()), Film.Scene.time(scene.until()), t.say(scene.textKey())));
        }
        return ResponseEntity.ok().contentType(WEB_VTT).body(words.toString());
    }
}
