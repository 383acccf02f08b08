package fr.opalconnect.platform;

import fr.opalconnect.ui.TextBundles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Which language a page is in: what the visitor chose, else what the browser asks for, else French.
@Component
public class Languages {
    public static final String COOKIE = "langue";

    public Locale of(HttpServletRequest request) {
        String chosen = Cookies.read(request, COOKIE);
        if (chosen != null && TextBundles.LANGUAGES.contains(Locale.of(chosen))) {
            return Locale.of(chosen);
        }
        if (request.getHeader("Accept-Language") == null) {
            return Locale.FRENCH;
        }
        List<Locale> asked = Collections.list(request.getLocales());
        for (Locale locale : asked) {
            Locale language = Locale.of(locale.getLanguage());
            if (TextBundles.LANGUAGES.contains(language)) {
                return language;
            }
        }
        return Locale.FRENCH;
    }
}
