package fr.opalconnect.exchange;

import fr.opalconnect.platform.Live;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// When the program starts, an import that was cut short is no longer shown as running. Nobody waits for it: it takes
/// PostgreSQL a moment to notice that the program before this one died.
@Component
class AbandonedImports implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedImports.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource source;
    private final Live live;
    private final InstantSource clock;

    AbandonedImports(DataSource source, Live live, InstantSource clock) {
        this.source = source;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Thread.ofVirtual().name("abandoned imports").start(this::tidyUp);
    }

    private void tidyUp() {
        try {
            tidyUp(source, clock, PATIENCE);
            live.tell(Imports.TOPIC);
        } catch (DataAccessException | SQLException e) {
            LOG.warn("The imports that were cut short could not be looked for", e);
        }
    }

    /// Says of the runs that were cut short that they were. One that another node is busy with holds the lock, and is
    /// left alone.
    ///
    /// @return whether nobody held the lock
    static boolean tidyUp(DataSource source, InstantSource clock, Duration patience) throws SQLException {
        Optional<ImportConnection> opened = ImportConnection.open(source, patience);
        if (opened.isEmpty()) {
            return false;
        }
        try (ImportConnection work = opened.get()) {
            new ImportRunTable(work.jdbc()).failAbandoned(clock.instant());
            return true;
        }
    }
}
