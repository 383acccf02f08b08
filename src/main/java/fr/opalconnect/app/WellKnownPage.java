package fr.opalconnect.app;

import fr.opalconnect.platform.Open;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Says to Android and iOS which app of the stores is this site's, so that its links open there. Without such an app
/// there is nothing to say.
@Controller
@Open
class WellKnownPage {
    private final AppSettings settings;

    WellKnownPage(AppSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/.well-known/assetlinks.json")
    ResponseEntity<Object> android() {
        AppSettings.Android app = settings.android();
        if (app.name().isBlank() || app.fingerprints().isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return json(List.of(Map.of(
                "relation",
                List.of("delegate_permission/common.handle_all_urls"),
                "target",
                Map.of(
                        "namespace", "android_app",
                        "package_name", app.name(),
                        "sha256_cert_fingerprints", app.fingerprints()))));
    }

    /// The desk stays in the browser.
    @GetMapping("/.well-known/apple-app-site-association")
    ResponseEntity<Object> apple() {
        String app = settings.ios().name();
        if (app.isBlank()) {
            return ResponseEntity.notFound().build();
        }
        return json(Map.of(
                "applinks",
                Map.of(
                        "details",
                        List.of(Map.of(
                                "appIDs",
                                List.of(app),
                                "components",
                                List.of(Map.of("/", "/bureau*", "exclude", true), Map.of("/", "/*"))))),
                "webcredentials",
                Map.of("apps", List.of(app))));
    }

    private static ResponseEntity<Object> json(Object body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
