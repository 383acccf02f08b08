package fr.opalconnect.document;

import fr.opalconnect.platform.Languages;
import fr.opalconnect.ui.TextBundles;
import fr.opalconnect.ui.Texts;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// The texts in the language of whoever asks.
@Component
class TextsOf {
    private final TextBundles bundles;
    private final Languages languages;

    TextsOf(TextBundles bundles, Languages languages) {
        this.bundles = bundles;
        this.languages = languages;
    }

    Texts of(HttpServletRequest request) {
        return bundles.in(languages.of(request));
    }
}
