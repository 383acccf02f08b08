package fr.opalconnect.app;

import fr.opalconnect.platform.Languages;
import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import fr.opalconnect.ui.Assets;
import fr.opalconnect.ui.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What the worker shows when there is no network and the page that was wanted is not kept. It is asked for beforehand,
/// without cookies: nothing of anybody stands on it.
@Controller
@Open
class OfflinePage {
    private final Views views;
    private final Assets assets;

    OfflinePage(Views views, Assets assets) {
        this.views = views;
        this.assets = assets;
    }

    @GetMapping("/hors-ligne")
    View offline(
            @RequestParam(defaultValue = "") String langue, HttpServletRequest request, HttpServletResponse response) {
        // A worker keeps the page of its own release only: it has no other's files.
        response.setHeader(PingPage.RELEASE, assets.release());
        Language language = Language.spoken(langue);
        if (language != null) {
            request.setAttribute(Languages.CHOSEN, language);
        }
        return views.page("app/Offline", new OfflineView());
    }
}
