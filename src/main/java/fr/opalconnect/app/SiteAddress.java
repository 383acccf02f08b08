package fr.opalconnect.app;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// The site's address for those who come from elsewhere: from `opal.site`, else as this request came.
@Component
class SiteAddress {
    private final String site;

    SiteAddress(@Value("${opal.site:}") String site) {
        this.site = site;
    }

    String of(HttpServletRequest request, String path) {
        if (!site.isBlank()) {
            return "https://" + site + path;
        }
        UriComponentsBuilder address = UriComponentsBuilder.newInstance()
                .scheme(request.getScheme())
                .host(request.getServerName())
                .path(path);
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return (usual ? address : address.port(request.getServerPort())).toUriString();
    }
}
