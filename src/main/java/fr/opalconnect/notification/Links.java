package fr.opalconnect.notification;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Addresses of this site as letters need them.
@Component
class Links {
    private final String begin;

    /// @param site the host name that tenants see in their browser
    Links(@Value("${opal.site:localhost}") String site) {
        this.begin = "https://" + site; // nobody reads e-mails where there is no TLS
    }

    /// @param path `/messages/…`
    URI to(String path) {
        return URI.create(begin + path);
    }
}
