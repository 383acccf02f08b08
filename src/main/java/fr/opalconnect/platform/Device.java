package fr.opalconnect.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a tenant recognises a browser by: `Chrome|Android`, read from what it says of itself. Nothing finer.
public final class Device {
    /// The first that occurs counts: most browsers also name the ones they descend from.
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("SamsungBrowser", "Samsung Internet");
        BROWSERS.put("FxiOS", "Firefox");
        BROWSERS.put("Firefox", "Firefox");
        BROWSERS.put("CriOS", "Chrome");
        BROWSERS.put("Chrome", "Chrome");
        BROWSERS.put("Safari", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "Mac");
        SYSTEMS.put("Linux", "Linux");
    }

    private Device() {}

    /// @return browser and system with a bar between, either of them empty when it is not known
    public static String of(@Nullable String userAgent) {
        return first(BROWSERS, userAgent) + '|' + first(SYSTEMS, userAgent);
    }

    private static String first(Map<String, String> names, @Nullable String userAgent) {
        return userAgent == null
                ? ""
                : names.entrySet().stream()
                        .filter(name -> userAgent.contains(name.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
    }
}
