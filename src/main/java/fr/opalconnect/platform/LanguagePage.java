package fr.opalconnect.platform;

import fr.opalconnect.ui.TextBundles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The language switch, on every page.
@Controller
@Open
class LanguagePage {
    @PostMapping("/langue")
    String choose(
            @RequestParam String langue,
            @RequestParam(defaultValue = "/") String retour,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (TextBundles.LANGUAGES.contains(Locale.of(langue))) {
            Cookies.set(request, response, Languages.COOKIE, langue, Duration.ofDays(400), "Lax");
        }
        return "redirect:" + LocalPath.of(retour);
    }
}
