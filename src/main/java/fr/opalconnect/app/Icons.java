package fr.opalconnect.app;

import fr.opalconnect.ui.AppIcon;
import fr.opalconnect.ui.Brand;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The icons by their names; each is drawn when it is first asked for.
@Component
class Icons {
    static final String PATH = "/icones/";
    static final int SHORTCUT = 96;

    /// `192.png`, `masque-512.png`, …
    private static final Map<String, AppIcon> KINDS = Map.of(
            "", AppIcon.ROUNDED,
            "masque", AppIcon.MASKABLE,
            "apple", AppIcon.MASKABLE,
            "badge", AppIcon.BADGE,
            "payer", AppIcon.PAY,
            "ecrire", AppIcon.WRITE);

    private static final List<String> NAMES =
            List.of("192", "512", "masque-192", "masque-512", "apple-180", "badge-96", "payer-96", "ecrire-96");

    private final Brand brand;
    private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

    Icons(Brand brand) {
        this.brand = brand;
    }

    /// @return null when there is none of that name
    byte @Nullable [] png(String name) {
        if (!NAMES.contains(name)) {
            return null;
        }
        return drawn.computeIfAbsent(name, first -> {
            int dash = first.lastIndexOf('-');
            AppIcon kind = KINDS.getOrDefault(dash < 0 ? "" : first.substring(0, dash), AppIcon.ROUNDED);
            return kind.png(brand, Integer.parseInt(first.substring(dash + 1)));
        });
    }

    List<Map<String, String>> ofTheApp() {
        return List.of(
                one("", 192, "any"),
                one("", 512, "any"),
                one("masque", 192, "maskable"),
                one("masque", 512, "maskable"));
    }

    Map<String, String> one(String kind, int side, String purpose) {
        String name = kind.isEmpty() ? String.valueOf(side) : kind + "-" + side;
        return Map.of("src", PATH + name + ".png", "sizes", side + "x" + side, "type", "image/png", "purpose", purpose);
    }
}
