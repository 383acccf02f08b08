package fr.opalconnect.app;

import fr.opalconnect.ui.Assets;
import fr.opalconnect.ui.Brand;
import fr.opalconnect.ui.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The web app manifest, member by member as the W3C names them.
@Component
class Manifest {
    /// Under most launchers' icons there is room for so many letters.
    private static final int SHORT = 13;

    private final Brand brand;
    private final Assets assets;
    private final Icons icons;
    private final AppSettings settings;

    Manifest(Brand brand, Assets assets, Icons icons, AppSettings settings) {
        this.brand = brand;
        this.assets = assets;
        this.icons = icons;
        this.settings = settings;
    }

    Map<String, Object> in(Texts t) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", "/");
        manifest.put("name", brand.product());
        manifest.put("short_name", brand.product().length() <= SHORT ? brand.product() : brand.sender());
        manifest.put("description", t.say("app.manifest.description", brand.landlord()));
        manifest.put("lang", t.language().tag());
        manifest.put("dir", t.language().rightToLeft() ? "rtl" : "ltr");
        manifest.put("start_url", "/");
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("theme_color", brand.light().main());
        manifest.put("background_color", assets.paper(false));
        manifest.put("categories", List.of("utilities", "finance", "lifestyle"));
        manifest.put("icons", icons.ofTheApp());
        manifest.put(
                "shortcuts",
                List.of(
                        shortcut(t.say("app.shortcut.pay"), "/payer", "payer"),
                        shortcut(t.say("app.shortcut.write"), "/messages/ecrire", "ecrire")));
        manifest.put("screenshots", screenshots(t));
        manifest.put("share_target", shareTarget());
        manifest.put("related_applications", related());
        manifest.put("prefer_related_applications", false);
        return manifest;
    }

    private Map<String, Object> shortcut(String name, String url, String icon) {
        return Map.of("name", name, "url", url, "icons", List.of(icons.one(icon, Icons.SHORTCUT, "any")));
    }

    /// As `./opal film` took them.
    private static List<Map<String, Object>> screenshots(Texts t) {
        return List.of(
                screenshot("accueil", "585x1266", "narrow", t.say("app.film.scene.home")),
                screenshot("compte", "585x1266", "narrow", t.say("app.film.scene.account")),
                screenshot("message", "585x1266", "narrow", t.say("app.film.scene.write")),
                screenshot("ordinateur", "1280x800", "wide", t.say("app.film.scene.home")));
    }

    private static Map<String, Object> screenshot(String name, String sizes, String form, String label) {
        return Map.of(
                "src", InstallPage.PATH + "/film/" + name + ".jpg",
                "sizes", sizes,
                "type", "image/jpeg",
                "form_factor", form,
                "label", label);
    }

    /// A photo shared to the app becomes an attachment: its worker takes it.
    private static Map<String, Object> shareTarget() {
        return Map.of(
                "action",
                SharePage.PATH,
                "method",
                "POST",
                "enctype",
                "multipart/form-data",
                "params",
                Map.of(
                        "title",
                        "titre",
                        "text",
                        "texte",
                        "url",
                        "adresse",
                        "files",
                        List.of(Map.of(
                                "name",
                                "pieces",
                                "accept",
                                List.of("image/*", "application/pdf", ".jpg", ".jpeg", ".png", ".heic", ".pdf")))));
    }

    private List<Map<String, String>> related() {
        List<Map<String, String>> stores = new ArrayList<>();
        if (!settings.android().name().isBlank()) {
            stores.add(Map.of("platform", "play", "id", settings.android().name()));
        }
        if (!settings.ios().store().isBlank()) {
            stores.add(Map.of("platform", "itunes", "url", settings.ios().store()));
        }
        return stores;
    }
}
