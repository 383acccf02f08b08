package fr.opalconnect.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// The plans of the statements that the program really sends: PostgreSQL's `auto_explain` writes them into the server's
/// log, with their times and buffers.
final class Plans implements AutoCloseable {
    private final HikariDataSource source;
    private final Path log;

    private Plans(HikariDataSource source, Path log) {
        this.source = source;
        this.log = log;
    }

    /// From now on every statement of new connections is explained.
    static Plans begin(DataSource source, Path log) throws SQLException {
        Plans plans = new Plans(source.unwrap(HikariDataSource.class), log);
        plans.set("session_preload_libraries = 'auto_explain'");
        plans.set("auto_explain.log_min_duration = 0");
        plans.set("auto_explain.log_analyze = on");
        plans.set("auto_explain.log_buffers = on");
        plans.renew();
        return plans;
    }

    /// What PostgreSQL wrote while something ran.
    String of(Runnable act) throws IOException {
        long before = Files.size(log);
        act.run();
        String written = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        byte[] all = written.getBytes(StandardCharsets.UTF_8);
        return new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8).strip();
    }

    private void set(String setting) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE CURRENT_USER SET " + setting);
        }
    }

    private void renew() {
        source.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE CURRENT_USER RESET ALL");
        }
        renew();
    }
}
