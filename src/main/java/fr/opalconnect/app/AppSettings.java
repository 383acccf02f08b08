package fr.opalconnect.app;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a landlord has in the stores, `opal.app.*`. Nothing of it is needed: the app is installed from its own site.
@ConfigurationProperties("opal.app")
public record AppSettings(
        @DefaultValue Android android, @DefaultValue Ios ios) {
    /// @param name         of the package, `fr.exemple.locataires`
    /// @param fingerprints of the certificates that sign it (SHA-256, `14:6D:E9:…`): the site's links open there
    /// @param store        its page in the Play Store
    public record Android(
            @DefaultValue("") String name,
            @DefaultValue List<String> fingerprints,
            @DefaultValue("") String store) {
        public Android {
            fingerprints = List.copyOf(fingerprints);
        }
    }

    /// @param name  team and bundle, `9JA89QQLNQ.fr.exemple.locataires`; the links of the site open in it
    /// @param store its page in the App Store
    public record Ios(
            @DefaultValue("") String name, @DefaultValue("") String store) {}
}
