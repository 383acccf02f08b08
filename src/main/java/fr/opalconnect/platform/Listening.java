package fr.opalconnect.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The ear of this node: one connection of its own that hears what all nodes tell. When it is lost it comes back, and
/// every open page then looks at everything again.
@Component
class Listening implements SmartLifecycle, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    /// After so long without a word the connection is tried: a dead network says nothing by itself.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final JdbcConnectionDetails database;
    private final Followers followers;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection open;

    Listening(JdbcConnectionDetails database, Followers followers) {
        this.database = database;
        this.followers = followers;
    }

    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        while (isRunning()) {
            try (Connection connection = connect()) {
                open = connection;
                listen(connection);
                pause = FIRST_PAUSE;
                hear(connection);
            } catch (SQLException e) {
                followers.deaf();
                if (isRunning()) {
                    LOG.warn("Live news are interrupted, next try in {}: {}", pause, e.getMessage());
                    rest(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        String user = database.getUsername();
        String password = database.getPassword();
        if (user != null) {
            properties.put("user", user);
        }
        if (password != null) {
            properties.put("password", password);
        }
        properties.put("ApplicationName", "opal live");
        properties.put("tcpKeepAlive", "true");
        properties.put("connectTimeout", "10");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + Live.CHANNEL);
        }
        followers.listening();
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            PGNotification[] told = postgres.getNotifications((int) SILENCE.toMillis());
            if (told == null || told.length == 0) {
                if (!connection.isValid(5)) {
                    throw new SQLException("the connection does not answer any more");
                }
                continue;
            }
            for (PGNotification notification : told) {
                followers.told(notification.getParameter());
            }
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("live ear").unstarted(this);
        java.util.Objects.requireNonNull(thread).start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        Connection connection = open;
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("it was closed already", e);
        }
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
