package fr.opalconnect.app;

import fr.opalconnect.platform.Open;
import fr.opalconnect.ui.Assets;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// Whether the site answers, how fast, and with which release: no cookie, no database, nothing to read.
@Controller
@Open
class PingPage {
    /// Names the release that answers: what runs on a device is held against it.
    static final String RELEASE = "Opal-Release";

    private final Assets assets;

    PingPage(Assets assets) {
        this.assets = assets;
    }

    @RequestMapping(
            path = "/aide/ping",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    ResponseEntity<Void> ping() {
        return ResponseEntity.noContent()
                .cacheControl(CacheControl.noStore())
                .header(RELEASE, assets.release())
                .build();
    }
}
