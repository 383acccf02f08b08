package fr.opalconnect.command;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `OPAL_DATABASE_URL` in either usual spelling: `postgresql://user:password@host:5432/name` or a JDBC address.
final class DatabaseUrl {
    private DatabaseUrl() {}

    /// The PostgreSQL to use instead of the embedded one; null when none is given.
    static @Nullable String given() {
        String url = System.getenv("OPAL_DATABASE_URL");
        return url == null || url.isBlank() ? null : url;
    }

    static Map<String, String> properties(URI url) {
        if ("jdbc".equals(url.getScheme())) {
            return Map.of("spring.datasource.url", url.toString());
        }
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String query = url.getQuery() == null ? "" : "?" + url.getQuery();
        String jdbc = "jdbc:postgresql://" + url.getHost() + port + url.getPath() + query;
        String[] user =
                url.getUserInfo() == null ? new String[0] : url.getUserInfo().split(":", 2);
        return Map.of(
                "spring.datasource.url", jdbc,
                "spring.datasource.username", user.length > 0 ? user[0] : "",
                "spring.datasource.password", user.length > 1 ? user[1] : "");
    }
}
