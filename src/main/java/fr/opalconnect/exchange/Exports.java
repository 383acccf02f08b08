package fr.opalconnect.exchange;

import fr.opalconnect.platform.Outlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/// Tells the ERP what happened here: packages of the same form as its own, numbered without gaps. What goes into a
/// package is settled in one transaction; writing it comes after, and may be done again with the same bytes.
@Component
public class Exports {
    /// Any number that nothing else in this database locks: 'OPAX'.
    private static final long LOCK = 0x4F504158L;

    private final DataSource source;
    private final List<Outlet> outlets;
    private final InstantSource clock;

    Exports(DataSource source, List<Outlet> outlets, InstantSource clock) {
        this.source = source;
        this.outlets =
                outlets.stream().sorted(Comparator.comparing(Outlet::file)).toList();
        this.clock = clock;
    }

    /// Writes a package of what the ERP has not been told yet, after those that an interrupted program left unwritten.
    ///
    /// @param folder made when it is missing
    /// @return the packages written, the oldest first; none when there is nothing to tell
    public List<ExportedPackage> write(Path folder) {
        return withLock(jdbc -> {
            takeNumber(jdbc);
            List<ExportedPackage> written = new ArrayList<>();
            for (long number : jdbc.sql("SELECT number FROM exchange.export_run WHERE written_at IS NULL ORDER BY 1")
                    .query(Long.class)
                    .list()) {
                written.add(write(jdbc, folder, number));
            }
            return written;
        });
    }

    /// Writes one of the packages once more, for an ERP that has lost it.
    ///
    /// @return null when there is none of that number
    public @Nullable ExportedPackage writeAgain(Path folder, long number) {
        List<ExportedPackage> written = withLock(jdbc -> {
            boolean known = jdbc.sql("SELECT EXISTS (SELECT FROM exchange.export_run WHERE number = :number)")
                    .param("number", number)
                    .query(Boolean.class)
                    .single();
            return known ? List.of(write(jdbc, folder, number)) : List.of();
        });
        return written.isEmpty() ? null : written.getFirst();
    }

    /// In one transaction: the number is taken only when something goes with it.
    private void takeNumber(JdbcClient jdbc) {
        jdbc.sql("BEGIN").update();
        try {
            long number = jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM exchange.export_run")
                    .query(Long.class)
                    .single();
            int lines = outlets.stream()
                    .mapToInt(outlet -> outlet.assign(jdbc, number))
                    .sum();
            if (lines > 0) {
                jdbc.sql("INSERT INTO exchange.export_run (number, made_at) VALUES (:number, :now)")
                        .param("number", number)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
            }
            jdbc.sql("COMMIT").update();
        } catch (RuntimeException e) {
            jdbc.sql("ROLLBACK").update();
            throw e;
        }
    }

    private ExportedPackage write(JdbcClient jdbc, Path folder, long number) throws IOException {
        ExportedPackage made = new ExportWriter(jdbc, outlets).write(folder, number);
        String before = jdbc.sql("SELECT sha256 FROM exchange.export_run WHERE number = :number")
                .param("number", number)
                .query(String.class)
                .optional()
                .orElse(null);
        if (before != null && !before.equals(made.sha256())) {
            throw new IllegalStateException("package " + number + " is not what it was when it was first written");
        }
        jdbc.sql("""
                        UPDATE exchange.export_run SET written_at = coalesce(written_at, :now), sha256 = :sha256
                        WHERE number = :number
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sha256", made.sha256())
                .param("number", number)
                .update();
        return made;
    }

    private interface Act {
        List<ExportedPackage> with(JdbcClient jdbc) throws IOException;
    }

    private List<ExportedPackage> withLock(Act act) {
        try (Connection connection = source.getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("SELECT pg_advisory_lock(:lock)").param("lock", LOCK).query(row -> {});
            try {
                return act.with(jdbc);
            } finally {
                jdbc.sql("SELECT pg_advisory_unlock(:lock)").param("lock", LOCK).query(row -> {});
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the export's connection broke", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
