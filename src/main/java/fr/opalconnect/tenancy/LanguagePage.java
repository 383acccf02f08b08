package fr.opalconnect.tenancy;

import fr.opalconnect.platform.Cookies;
import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.LocalPath;
import fr.opalconnect.platform.Open;
import fr.opalconnect.ui.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// The language switch, on every page: kept in the browser, and for a tenant who is signed in also with them.
@Controller
@Open
class LanguagePage {
    private final LanguageChoices choices;

    LanguagePage(LanguageChoices choices) {
        this.choices = choices;
    }

    @PostMapping("/langue")
    String choose(
            @RequestParam String langue,
            @RequestParam(defaultValue = "/") String retour,
            @RequestAttribute(name = Tenancy.REQUEST_ATTRIBUTE, required = false) @Nullable Tenancy tenancy,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language language = Language.spoken(langue);
        if (language != null) {
            Cookies.set(request, response, Languages.COOKIE, language.code(), Duration.ofDays(400), "Lax");
            if (tenancy != null) {
                choices.choose(tenancy.number(), language);
            }
        }
        return "redirect:" + LocalPath.of(retour);
    }
}
