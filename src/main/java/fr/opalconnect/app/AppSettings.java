package fr.opalconnect.app;

import fr.opalconnect.platform.UnusableSetting;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a landlord has in the stores, `opal.app.*`. Nothing of it is needed: the app is installed from its own site.
/// What is there must have the form that the stores ask for, else the program does not start.
@ConfigurationProperties("opal.app")
public record AppSettings(
        @DefaultValue Android android, @DefaultValue Ios ios) {
    private static final String PACKAGE = "[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+";
    private static final String SHA_256 = "(?i)[0-9a-f]{2}(:[0-9a-f]{2}){31}";
    private static final String TEAM_AND_BUNDLE = "[A-Z0-9]{10}(\\.[A-Za-z0-9-]+){2,}";

    /// Whether there is a page of it in any store.
    boolean inAStore() {
        return !android.store().isBlank() || !ios.store().isBlank();
    }

    private static void check(boolean usable, String sentence) {
        if (!usable) {
            throw new UnusableSetting(sentence);
        }
    }

    private static void checkStore(String name, String store) {
        check(
                store.isBlank() || isPage(store),
                name + " has to be the https:// address of the app's page in the store.");
    }

    private static boolean isPage(String store) {
        try {
            URI page = URI.create(store);
            return "https".equals(page.getScheme()) && page.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// @param name         of the package, `fr.exemple.locataires`
    /// @param fingerprints of the certificates that sign it (SHA-256, `14:6D:E9:…`): the site's links open there
    /// @param store        its page in the Play Store
    public record Android(
            @DefaultValue("") String name,
            @DefaultValue List<String> fingerprints,
            @DefaultValue("") String store) {
        public Android {
            fingerprints = List.copyOf(fingerprints);
            check(
                    name.isBlank() || name.matches(PACKAGE),
                    "opal.app.android.name has to be the name of a package, like fr.exemple.locataires.");
            check(
                    fingerprints.stream().allMatch(print -> print.matches(SHA_256)),
                    "opal.app.android.fingerprints has to be SHA-256 fingerprints: each 32 bytes in hex, with colons "
                            + "between them.");
            check(
                    fingerprints.isEmpty() || !name.isBlank(),
                    "opal.app.android.fingerprints needs opal.app.android.name, the package that they sign.");
            checkStore("opal.app.android.store", store);
        }
    }

    /// @param name  team and bundle, `9JA89QQLNQ.fr.exemple.locataires`; the links of the site open in it
    /// @param store its page in the App Store
    public record Ios(
            @DefaultValue("") String name, @DefaultValue("") String store) {
        public Ios {
            check(
                    name.isBlank() || name.matches(TEAM_AND_BUNDLE),
                    "opal.app.ios.name has to be the team and the bundle, like 9JA89QQLNQ.fr.exemple.locataires.");
            checkStore("opal.app.ios.store", store);
        }
    }
}
