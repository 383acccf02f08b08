package fr.opalconnect;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;

/// How somebody looks at the pages.
///
/// @param locale what their browser asks for
/// @param app    whether the app's worker may run: it stands between the pages and what tests see of the network
/// @param dots   of the screen for each of the page's
/// @param anew   whether in a browser that nobody used before, and nobody will after: who changes what lasts, or counts
///               what comes over the wire
public record Visitor(
        int width,
        int height,
        boolean dark,
        boolean javaScript,
        String locale,
        boolean app,
        double dots,
        boolean anew) {
    public static final Visitor PHONE = new Visitor(390, 844, false, true, "fr-FR", false, 1, false);
    public static final Visitor SMALL_PHONE = new Visitor(320, 640, false, true, "fr-FR", false, 1, false);
    public static final Visitor TABLET = new Visitor(820, 1180, false, true, "fr-FR", false, 1, false);
    public static final Visitor DESKTOP = new Visitor(1400, 900, false, true, "fr-FR", false, 1, false);

    public Visitor inTheDark() {
        return new Visitor(width, height, true, javaScript, locale, app, dots, anew);
    }

    public Visitor withoutJavaScript() {
        return new Visitor(width, height, dark, false, locale, app, dots, anew);
    }

    public Visitor speaking(String otherLocale) {
        return new Visitor(width, height, dark, javaScript, otherLocale, app, dots, anew);
    }

    public Visitor withTheApp() {
        return new Visitor(width, height, dark, javaScript, locale, true, dots, true);
    }

    public Visitor inANewBrowser() {
        return new Visitor(width, height, dark, javaScript, locale, app, dots, true);
    }

    /// For pictures that people look at.
    public Visitor sharp() {
        return new Visitor(width, height, dark, javaScript, locale, app, 1.5, anew);
    }

    NewContextOptions context() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setDeviceScaleFactor(dots)
                .setColorScheme(colours())
                // Pages that slide in cannot be clicked meanwhile; what moves is a bonus, and not what is tested.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(javaScript)
                .setServiceWorkers(app ? ServiceWorkerPolicy.ALLOW : ServiceWorkerPolicy.BLOCK)
                .setLocale(locale);
    }

    /// What a page shows itself in when nobody has asked for anything else.
    EmulateMediaOptions media() {
        return new EmulateMediaOptions().setColorScheme(colours()).setReducedMotion(ReducedMotion.REDUCE);
    }

    private ColorScheme colours() {
        return dark ? ColorScheme.DARK : ColorScheme.LIGHT;
    }
}
