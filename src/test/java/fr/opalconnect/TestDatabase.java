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
import org.flywaydb.core.Flyway;

/// One PostgreSQL for all tests of a run, and as many databases on it as they want.
public final class TestDatabase {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    /// The house's tables are made once, and copied: a program that finds them has nothing left to do.
    private static final String HOUSE = house();

    private TestDatabase() {}

    /// A new database with the house's tables, and nothing in them.
    ///
    /// @return its JDBC address
    public static String create() {
        return copyOf(HOUSE);
    }

    private static String house() {
        String url = copyOf("template1");
        Flyway.configure().dataSource(url, "postgres", "").load().migrate();
        return name(url);
    }

    private static String copyOf(String template) {
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

    private static String name(String url) {
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
