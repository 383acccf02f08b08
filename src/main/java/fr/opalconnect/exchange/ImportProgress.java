package fr.opalconnect.exchange;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes down how far an import is, once a second at most and on a connection of its own, so that it is seen before
/// the import commits. That this fails harms nobody.
class ImportProgress {
    enum Step {
        READING,
        CHECKING,
        APPLYING;

        /// The last part of its text's key.
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// For a package that is only looked at.
    static final ImportProgress NONE = new ImportProgress(null, 0, () -> {});

    private static final Logger LOG = LoggerFactory.getLogger(ImportProgress.class);
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    /// Looking at the clock for each of fifty million lines would be felt.
    private static final int LINES = 1 << 12;

    private final @Nullable JdbcClient jdbc;
    private final long run;
    private final Runnable tell;
    private Step step = Step.READING;
    private @Nullable String file;
    /// Of the files before this one.
    private long before;

    private long lines;
    private long writtenAt = System.nanoTime();

    ImportProgress(@Nullable JdbcClient jdbc, long run, Runnable tell) {
        this.jdbc = jdbc;
        this.run = run;
        this.tell = tell;
    }

    /// @param of the file that is read, by the name that people know
    void step(Step now, @Nullable String of) {
        step = now;
        file = of;
        before += lines;
        lines = 0;
        write();
    }

    /// @param soFar lines of the present file
    void read(long soFar) {
        lines = soFar;
        if (soFar % LINES == 0 && System.nanoTime() - writtenAt > PAUSE) {
            write();
        }
    }

    private void write() {
        writtenAt = System.nanoTime();
        if (jdbc == null) {
            return;
        }
        try {
            jdbc.sql("""
                            UPDATE exchange.import_run SET step = :step, step_file = :file, lines_read = :lines
                            WHERE id = :run AND state = 'RUNNING'
                            """)
                    .param("step", step.name())
                    .param("file", file)
                    .param("lines", before + lines)
                    .param("run", run)
                    .update();
            tell.run();
        } catch (DataAccessException e) {
            LOG.warn("The progress of import {} could not be written down", run, e);
        }
    }
}
