package fr.opalconnect.exchange;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The one connection that an import works on. While it is held, no other import runs on any node; when the program
/// dies, PostgreSQL notices and lets it go.
final class ImportConnection implements AutoCloseable {
    /// Any number that nothing else in this database locks: 'OPAL'.
    private static final long LOCK = 0x4F50414CL;

    private static final String SETTINGS = """
            SET client_connection_check_interval = '500ms';
            SET work_mem = '128MB';
            SET maintenance_work_mem = '256MB';
            SET temp_buffers = '64MB';
            SET default_statistics_target = 10;
            SET random_page_cost = 1.1;
            SET jit = off;
            SET synchronous_commit = off
            """;

    private final Connection connection;
    private final JdbcClient jdbc;

    private ImportConnection(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /// @param patience how long to wait for an import that is under way
    /// @return nothing when another import holds the lock all that time
    static Optional<ImportConnection> open(DataSource source, Duration patience) throws SQLException {
        Connection connection = source.getConnection();
        try {
            if (lock(connection, patience)) {
                try (Statement settings = connection.createStatement()) {
                    settings.execute(SETTINGS);
                }
                return Optional.of(new ImportConnection(connection));
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    private static boolean lock(Connection connection, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + Math.max(1, patience.toMillis()));
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            statement.execute("RESET lock_timeout");
            return true;
        } catch (SQLException e) {
            if ("55P03".equals(e.getSQLState())) { // lock_not_available
                return false;
            }
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /// All of it or nothing; and once it is done it stays done, unlike the staging before it, which may as well be
    /// lost.
    <T> T inTransaction(Supplier<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            jdbc.sql("SET LOCAL synchronous_commit = on").update();
            T result = work.get();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            if (!connection.isClosed()) {
                connection.rollback();
            }
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("DISCARD TEMP; RESET ALL; SELECT pg_advisory_unlock_all()");
        }
    }
}
