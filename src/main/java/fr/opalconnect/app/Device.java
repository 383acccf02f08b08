package fr.opalconnect.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the app is installed on; each has a way of its own.
enum Device {
    ANDROID,
    IPHONE,
    TABLET,
    COMPUTER;

    /// By what a browser calls itself. iPads call themselves Macs: a script knows better.
    static Device of(@Nullable String userAgent) {
        if (userAgent == null) {
            return COMPUTER;
        }
        if (userAgent.contains("iPhone")) {
            return IPHONE;
        }
        if (userAgent.contains("iPad") || (userAgent.contains("Android") && !userAgent.contains("Mobile"))) {
            return TABLET;
        }
        return userAgent.contains("Android") ? ANDROID : COMPUTER;
    }

    /// Its name in keys and in the page.
    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
