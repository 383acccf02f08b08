package fr.opalconnect.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// `OPAL_DATABASE_URL` in either usual spelling: `postgresql://user:password@host:5432/name` or a JDBC address.
record DatabaseUrl(String jdbc, String user, String password) {
    private static final int OLDEST = 15;

    /// The PostgreSQL to use instead of the embedded one; null when none is given.
    static @Nullable String given() {
        String url = System.getenv("OPAL_DATABASE_URL");
        return url == null || url.isBlank() ? null : url.strip();
    }

    static DatabaseUrl of(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseUrl(url, "", "");
        }
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("postgres(ql)?")) {
                throw unreadable();
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String[] login = uri.getUserInfo() == null
                    ? new String[0]
                    : uri.getUserInfo().split(":", 2);
            return new DatabaseUrl(
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                    login.length > 0 ? login[0] : "",
                    login.length > 1 ? login[1] : "");
        } catch (URISyntaxException e) {
            throw unreadable();
        }
    }

    Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", jdbc,
                "spring.datasource.username", user,
                "spring.datasource.password", password);
    }

    /// Fails with a sentence when there is no PostgreSQL that could be used.
    void check() {
        Properties login = new Properties();
        if (!user.isEmpty()) {
            login.setProperty("user", user);
            login.setProperty("password", password);
        }
        try (Connection connection = DriverManager.getConnection(jdbc, login)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new Failure("OPAL_DATABASE_URL leads to PostgreSQL %d; version %d or later is needed."
                        .formatted(version, OLDEST));
            }
        } catch (SQLException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new Failure("The PostgreSQL of OPAL_DATABASE_URL cannot be used: " + why);
        }
    }

    /// Without the address itself: there may be a password in it.
    private static Failure unreadable() {
        return new Failure(
                "OPAL_DATABASE_URL is not the address of a PostgreSQL. Write postgresql://user:password@host:5432/name.");
    }
}
