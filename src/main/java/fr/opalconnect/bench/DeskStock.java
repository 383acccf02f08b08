package fr.opalconnect.bench;

import fr.opalconnect.sample.Lists;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/// A landlord of millions of leases, made inside the database: through the ERP's package it would take an hour.
final class DeskStock {
    private static final List<String> LISTS = List.of("first-names", "last-names", "streets", "estates");

    /// What comes in through an import is not checked again here, and nothing has to survive a crash.
    private static final String SETTINGS = "SET session_replication_role = replica; SET synchronous_commit = off;"
            + " SET jit = off; SET work_mem = '128MB'; SET maintenance_work_mem = '512MB'";

    private final DataSource source;
    private final PrintStream out;

    DeskStock(DataSource source, PrintStream out) {
        this.source = source;
        this.out = out;
    }

    /// Made by an earlier run, to its end.
    boolean isThere(long leases) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet made = statement.executeQuery("SELECT to_regclass('bench.made') IS NOT NULL")) {
            if (!made.next() || !made.getBoolean(1)) {
                return false;
            }
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT leases FROM bench.made")) {
            return count.next() && count.getLong(1) == leases;
        }
    }

    void make(long leases) throws SQLException, IOException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            words(connection, statement);
            String[] scripts =
                    script().replace(":leases", Long.toString(leases)).split("-- fill here", -1);
            runAll(statement, scripts[0]);
            fill(leases);
            runAll(statement, scripts[1]);
            statement.execute("RESET ALL");
            statement.execute("CHECKPOINT");
        }
    }

    /// On two connections: what is found by is worked out row by row.
    private void fill(long leases) throws SQLException {
        long start = System.nanoTime();
        String half = "%08d".formatted(leases / 2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> first = both.submit(() -> part("", half));
            Future<?> second = both.submit(() -> part(half, "~"));
            first.get();
            second.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        }
        out.printf("%6.1f s  what people are found by%n", (System.nanoTime() - start) / 1e9);
    }

    private boolean part(String first, String last) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement settings = connection.createStatement();
                PreparedStatement fill = connection.prepareStatement("SELECT bench.fill(?, ?)")) {
            settings.execute(SETTINGS);
            fill.setString(1, first);
            fill.setString(2, last);
            boolean done = fill.execute();
            settings.execute("RESET ALL");
            return done;
        }
    }

    private static void words(Connection connection, Statement statement) throws SQLException {
        statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
        statement.execute("CREATE SCHEMA bench");
        statement.execute("CREATE TABLE bench.word (list text, n int, word text)");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bench.word VALUES (?, ?, ?)")) {
            for (String list : LISTS) {
                List<String> words = Lists.read(list + ".txt");
                for (int i = 0; i < words.size(); i++) {
                    insert.setString(1, list);
                    insert.setInt(2, i + 1);
                    insert.setString(
                            3, list.equals("first-names") ? words.get(i).substring(2) : words.get(i));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void runAll(Statement statement, String script) throws SQLException {
        for (String sql : script.split(";\\n", -1)) {
            if (!sql.isBlank()) {
                run(statement, sql);
            }
        }
    }

    private void run(Statement statement, String sql) throws SQLException {
        long start = System.nanoTime();
        statement.execute(sql);
        String first = sql.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .findFirst()
                .orElse("");
        out.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, first);
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(DeskStock.class.getResourceAsStream("desk.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
