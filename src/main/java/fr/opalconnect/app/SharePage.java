package fr.opalconnect.app;

import fr.opalconnect.platform.Open;
import fr.opalconnect.platform.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where a phone hands over what was shared to the app. The worker takes it before it comes here; what does come here
/// has
/// no token of ours, so nothing is done with it: the page says how to join the file by hand.
@Controller
@Open
class SharePage {
    static final String PATH = "/partage";

    private final Views views;

    SharePage(Views views) {
        this.views = views;
    }

    @PostMapping(PATH)
    @Open(fromElsewhere = true)
    View shared() {
        return new RedirectView(PATH);
    }

    @GetMapping(PATH)
    View byHand() {
        return views.page("app/Share", new ShareView());
    }
}
