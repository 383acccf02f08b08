package fr.opalconnect.notification;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Addresses of this site as letters need them.
@Component
class Links {
    private final Environment settings;

    Links(Environment settings) {
        this.settings = settings;
    }

    /// Nobody reads e-mails where there is no TLS, but for the demonstration: its port is known when it has started.
    ///
    /// @param path `/messages/…`
    URI to(String path) {
        String site = "https://" + settings.getProperty("opal.site", "localhost");
        return URI.create(settings.getProperty("opal.address", site) + path);
    }
}
