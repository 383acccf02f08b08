package fr.opalconnect.platform;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.ui.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which language a page is in: what the tenant chose, else what was chosen in this browser, else what the browser asks
/// for, else French. The desk has fewer languages than the tenants.
@Component
public class Languages {
    public static final String COOKIE = "langue";

    /// Where a request carries the [Language] that the signed-in tenant chose once, on whatever device.
    public static final String CHOSEN = Languages.class.getName();

    public Locale of(HttpServletRequest request) {
        Language language = wanted(request);
        boolean forStaff = SignedInStaff.isDesk(request.getRequestURI());
        return (forStaff && !Language.AT_THE_DESK.contains(language) ? Language.FRENCH : language).locale();
    }

    /// What was chosen in this browser; null when nothing was.
    public static @Nullable Language chosenHere(HttpServletRequest request) {
        String chosen = Cookies.read(request, COOKIE);
        return Language.MIRRORED.code().equals(chosen) ? Language.MIRRORED : Language.spoken(chosen);
    }

    private static Language wanted(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Language chosen) {
            return chosen;
        }
        Language here = chosenHere(request);
        if (here != null) {
            return here;
        }
        if (request.getHeader("Accept-Language") == null) {
            return Language.FRENCH;
        }
        List<Locale> asked = Collections.list(request.getLocales());
        for (Locale locale : asked) {
            Language language = Language.spoken(locale.getLanguage());
            if (language != null) {
                return language;
            }
        }
        return Language.FRENCH;
    }
}
