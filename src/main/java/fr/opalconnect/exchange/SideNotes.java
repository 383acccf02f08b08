package fr.opalconnect.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is noticed while a file is read: on a connection of its own, because the other one is busy with COPY.
final class SideNotes implements AutoCloseable {
    /// How many rejects of a file are kept with all they say. All are counted.
    static final int KEPT = 5000;

    private static final int BATCH = 1000;

    private final Connection connection;
    private final PreparedStatement rejects;
    private final PreparedStatement suspects;
    private final Map<String, PreparedStatement> refusals = new HashMap<>();
    private final Map<String, Integer> kept = new HashMap<>();
    private final List<String> notices = new ArrayList<>();
    private int waiting;

    SideNotes(Connection connection) throws SQLException {
        this.connection = connection;
        this.suspects = connection.prepareStatement("INSERT INTO " + Staging.SUSPECTS + " (file, line) VALUES (?, ?)");
        this.rejects = connection.prepareStatement(Staging.NAMES.fill(
                "INSERT INTO {rejects} (file, line, column_name, value, reason) VALUES (?, ?, ?, ?, ?)"));
    }

    /// Notes a line whose key may have been given before.
    void suspect(String file, int line) throws SQLException {
        suspects.setString(1, file);
        suspects.setInt(2, line);
        suspects.addBatch();
        waits();
    }

    void notice(String sentence) {
        notices.add(sentence);
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    /// @param reject with the resource's name as its file
    void reject(Reject reject) throws SQLException {
        if (kept.merge(reject.file(), 1, Integer::sum) > KEPT) {
            return;
        }
        rejects.setString(1, reject.file());
        rejects.setObject(2, reject.line());
        rejects.setString(3, reject.column());
        rejects.setString(4, clean(reject.value()));
        rejects.setString(5, reject.reason());
        rejects.addBatch();
        waits();
    }

    /// Notes the key of a line that is there but is not taken.
    void refuse(String file, List<String> key, int line) throws SQLException {
        PreparedStatement refusal = refusals.get(file);
        if (refusal == null) {
            refusal = connection.prepareStatement(
                    "INSERT INTO " + Staging.refused(file) + " VALUES (" + "?, ".repeat(key.size()) + "?)");
            refusals.put(file, refusal);
        }
        for (int i = 0; i < key.size(); i++) {
            refusal.setString(i + 1, clean(key.get(i)));
        }
        refusal.setInt(key.size() + 1, line);
        refusal.addBatch();
        waits();
    }

    /// After this, everything noted can be seen by the import's connection.
    void write() throws SQLException {
        rejects.executeBatch();
        suspects.executeBatch();
        for (PreparedStatement refusal : refusals.values()) {
            refusal.executeBatch();
        }
        waiting = 0;
    }

    private void waits() throws SQLException {
        if (++waiting >= BATCH) {
            write();
        }
    }

    private static @org.jspecify.annotations.Nullable String clean(@org.jspecify.annotations.Nullable String value) {
        return value == null ? null : value.replace('\0', '\uFFFD');
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
