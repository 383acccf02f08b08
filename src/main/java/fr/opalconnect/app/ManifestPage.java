package fr.opalconnect.app;

import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Open;
import fr.opalconnect.ui.Language;
import fr.opalconnect.ui.TextBundles;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a phone has to know to install the app.
@Controller
@Open
class ManifestPage {
    private static final MediaType TYPE = MediaType.parseMediaType("application/manifest+json");

    private final Manifest manifest;
    private final TextBundles texts;
    private final Languages languages;

    ManifestPage(Manifest manifest, TextBundles texts, Languages languages) {
        this.manifest = manifest;
        this.texts = texts;
        this.languages = languages;
    }

    /// Browsers ask for it without cookies; so the page that leads to it says in which language it is.
    @GetMapping("/manifest.webmanifest")
    ResponseEntity<Map<String, Object>> manifest(
            @RequestParam(defaultValue = "") String langue, HttpServletRequest request) {
        Language asked = Language.spoken(langue);
        Locale language = asked == null ? languages.of(request) : asked.locale();
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(manifest.in(texts.in(language)));
    }
}
