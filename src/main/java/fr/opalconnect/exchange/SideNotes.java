package fr.opalconnect.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// What is noticed, looked up and recorded while a file is read: on a connection of its own, because the other one is
/// busy with COPY.
final class SideNotes implements AutoCloseable {
    /// How many rejects of a file are kept with all they say. All are counted.
    static final int KEPT = Report.FAULTS_OF_A_FILE;

    private static final int BATCH = 1000;

    private final Connection connection;
    private final JdbcClient jdbc;
    private final KnownLinesTable lines;
    private final @Nullable Long run;
    private final boolean whole;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<String, Integer> kept = new HashMap<>();
    private int waiting;

    /// @param run   whose lines are recorded; null when nothing is
    /// @param whole whether the package is a whole one: only such can be compared with the last
    SideNotes(Connection connection, @Nullable Long run, boolean whole) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.lines = new KnownLinesTable(jdbc);
        this.run = run;
        this.whole = whole;
    }

    /// The lines that the file had last time; null when they are not known, or were written in another way.
    @Nullable
    KnownLines known(StagedFile file) {
        KnownLinesTable.KnownFile known = whole ? lines.find(file.name()) : null;
        if (known == null || !known.layout().equals(file.layout())) {
            return null;
        }
        int cells = file.schema().primaryKey().size();
        return new KnownLines(known.chunks(), chunk -> lines.read(known.run(), file.name(), chunk, cells));
    }

    LineRecorder recorder(StagedFile file) {
        Long into = whole ? run : null;
        return new LineRecorder((chunk, fingerprints, keys) -> {
            if (into != null) {
                lines.write(into, file.name(), chunk, fingerprints, keys);
            }
        });
    }

    /// Notes a line whose key may have been given before.
    void suspect(String file, int line) throws SQLException {
        PreparedStatement suspect = statement("INSERT INTO " + Staging.SUSPECTS + " (file, line) VALUES (?, ?)");
        suspect.setString(1, file);
        suspect.setInt(2, line);
        add(suspect);
    }

    /// @param reject with the resource's name as its file
    void reject(Reject reject) throws SQLException {
        if (kept.merge(reject.file(), 1, Integer::sum) > KEPT) {
            return;
        }
        PreparedStatement rejects = statement(Staging.NAMES.fill(
                "INSERT INTO {rejects} (file, line, column_name, value, reason) VALUES (?, ?, ?, ?, ?)"));
        rejects.setString(1, reject.file());
        rejects.setObject(2, reject.line());
        rejects.setString(3, reject.column());
        rejects.setString(4, clean(reject.value()));
        rejects.setString(5, reject.reason());
        add(rejects);
    }

    /// Notes the key of a line that is there but is not taken.
    void refuse(String file, List<String> key, int line) throws SQLException {
        PreparedStatement refusal =
                statement("INSERT INTO " + Staging.refused(file) + " VALUES (" + "?, ".repeat(key.size()) + "?)");
        for (int i = 0; i < key.size(); i++) {
            refusal.setString(i + 1, clean(key.get(i)));
        }
        refusal.setInt(key.size() + 1, line);
        add(refusal);
    }

    /// Takes back all that was noted of a file, because it is read again.
    void forget(String file) throws SQLException {
        write();
        kept.remove(file);
        jdbc.sql(Staging.NAMES.fill("DELETE FROM {rejects} WHERE file = :file"))
                .param("file", file)
                .update();
        jdbc.sql("DELETE FROM " + Staging.SUSPECTS + " WHERE file = :file")
                .param("file", file)
                .update();
        jdbc.sql("TRUNCATE " + Staging.refused(file)).update();
        if (run != null) {
            lines.drop(run, file);
        }
    }

    /// After this, everything noted can be seen by the import's connection.
    void write() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.executeBatch();
        }
        waiting = 0;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    private void add(PreparedStatement statement) throws SQLException {
        statement.addBatch();
        if (++waiting >= BATCH) {
            write();
        }
    }

    private static @Nullable String clean(@Nullable String value) {
        return value == null ? null : value.replace('\0', '\uFFFD');
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
