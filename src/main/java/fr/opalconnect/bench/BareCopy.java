package fr.opalconnect.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// The least that loading these files can cost: each goes as it is into a logged table of text columns without an
/// index.
final class BareCopy {
    private final DataSource source;

    BareCopy(DataSource source) {
        this.source = source;
    }

    /// @return nanoseconds, from the first byte to the commit
    long time(Path folder) throws SQLException, IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
            statement.execute("CREATE SCHEMA bench");
            for (Path file : files) {
                statement.execute("CREATE TABLE " + table(file) + " (" + columns(file) + ")");
            }
            statement.execute("CHECKPOINT");
            long start = System.nanoTime();
            connection.setAutoCommit(false);
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + table(file) + " FROM STDIN (FORMAT csv, HEADER)", in, 1 << 16);
                }
            }
            connection.commit();
            long nanos = System.nanoTime() - start;
            connection.setAutoCommit(true);
            statement.execute("DROP SCHEMA bench CASCADE");
            statement.execute("CHECKPOINT");
            return nanos;
        }
    }

    private static String table(Path file) {
        return "bench." + file.getFileName().toString().replace(".csv", "");
    }

    private static String columns(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return Arrays.stream(String.valueOf(reader.readLine()).split(","))
                    .map(column -> "\"" + column + "\" text")
                    .collect(Collectors.joining(", "));
        }
    }
}
