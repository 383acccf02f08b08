package fr.opalconnect;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL for all tests of a run, and as many databases on it as they want.
public final class TestDatabase {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /// A new, empty database.
    ///
    /// @return its JDBC address
    public static String create() {
        return create("template1");
    }

    /// A copy of another database, which nobody may be connected to.
    public static String create(String template) {
        String name = "test_" + MADE.incrementAndGet();
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    /// Makes room again.
    ///
    /// @param url its JDBC address
    public static void drop(String url) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name(url) + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the server calls it.
    ///
    /// @param url its JDBC address
    public static String name(String url) {
        return url.replaceFirst(".*/([a-z0-9_]+)\\?.*", "$1");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(new File(System.getProperty("java.io.tmpdir"), "opal-postgresql"))
                    .setDataDirectory(Files.createTempDirectory(Scratch.folder().toPath(), "opal-data"))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("max_wal_size", "512MB")
                    // What a test wrote need not outlive the machine's power.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    // Where a test empties what a job writes, one of them gives way at once.
                    .setServerConfig("deadlock_timeout", "100ms")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
