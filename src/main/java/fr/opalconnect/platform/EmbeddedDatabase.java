package fr.opalconnect.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL that needs no installation. Its data folder outlives it, and whoever killed the program last time: a
/// server that was left running is stopped before the folder is opened again.
///
/// [#open] says at once where the server will be, and holds the folder; [#launch] starts it and returns when it
/// answers.
public final class EmbeddedDatabase implements AutoCloseable {
    private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(60);
    private static final long STOP_MS = TimeUnit.SECONDS.toMillis(20);
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "''",
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "max_connections", "60",
            // Nobody follows this server, so a table that is filled for the first time need not be written twice.
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "timezone", "UTC");

    private final PostgresFolder folder;
    private final int port;
    private final String password;
    private @Nullable Process making;
    private boolean launched;
    private boolean closed;

    private EmbeddedDatabase(PostgresFolder folder, int port, String password) {
        this.folder = folder;
        this.port = port;
        this.password = password;
    }

    /// A folder that cannot be used, in words for the person who started the program.
    public static final class Unusable extends Exception {
        Unusable(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    /// Takes the folder for this program alone.
    ///
    /// @param folder kept between starts; made when it is missing
    public static EmbeddedDatabase open(Path folder) throws Unusable {
        PostgresFolder held = PostgresFolder.hold(folder);
        try {
            return new EmbeddedDatabase(held, freePort(), held.password());
        } catch (IOException e) {
            held.close();
            throw new Unusable("The data folder " + folder + " cannot be written. Give another one with --data.", e);
        }
    }

    /// Known before the server runs.
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=%s".formatted(port, password);
    }

    /// Starts the server, makes its cluster the first time, and waits until it answers.
    public void launch() throws Unusable {
        try {
            Optional<ProcessHandle> left = folder.server();
            if (left.isPresent()) {
                stop(left.get()); // we hold the folder, so it belongs to a program that was killed
            }
            folder.forgetServer();
            PostgresPrograms programs = PostgresPrograms.unpacked(folder.path().resolve("programs"));
            if (!folder.hasCluster()) {
                makeCluster(programs);
            }
            programs.user().own(folder.cluster());
            run(programs, "pg_ctl", List.of("-D", folder.cluster().toString(), "-o", options(), "-W", "start"));
            waitUntilReady();
        } catch (IOException e) {
            throw new Unusable(
                    "PostgreSQL does not start with the data folder " + folder.path()
                            + " (see postgresql.log there). Give another one with --data, or remove it to begin anew.",
                    e);
        }
    }

    private void makeCluster(PostgresPrograms programs) throws IOException {
        Path nursery = folder.nursery();
        List<String> arguments = new ArrayList<>(List.of("-D", nursery.toString(), "-U", "postgres"));
        arguments.addAll(List.of("-E", "UTF-8", "--locale=C.UTF-8", "--no-instructions"));
        arguments.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + folder.passwordFile()));
        // The password is random: nobody guesses it, so hashing it slowly would only cost each connection time.
        arguments.addAll(List.of("-c", "scram_iterations=1"));
        run(programs, "initdb", arguments);
        folder.moveIn(nursery);
    }

    private String options() {
        List<String> words = new ArrayList<>(List.of("-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return String.join(" ", words);
    }

    private void run(PostgresPrograms programs, String program, List<String> arguments) throws IOException {
        Process process;
        synchronized (this) {
            if (closed) {
                throw new IOException("stopped while it started");
            }
            process = programs.call(program, arguments, folder.log()).start();
            making = process;
            launched = program.equals("pg_ctl");
        }
        try {
            if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(program + " did not succeed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }

    /// The server writes into its pid file when it is ready.
    private void waitUntilReady() throws IOException {
        for (long waited = 0; waited < PATIENCE_MS; waited += 10) {
            List<String> lines = folder.pidFile();
            if (lines.size() >= 8 && lines.get(7).startsWith("ready")) {
                return;
            }
            if (waited > 1000 && folder.server().isEmpty()) {
                break;
            }
            sleep(10);
        }
        throw new IOException("the server did not get ready");
    }

    private static void sleep(long ms) throws IOException {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// SIGINT is PostgreSQL's fast shutdown: running transactions are rolled back, nothing is lost. The last thing it
    /// does is to remove its pid file; the process itself may linger where nobody collects orphans.
    private void stop(ProcessHandle server) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).start();
        for (long waited = 0; waited < STOP_MS; waited += 10) {
            if (!server.isAlive() || folder.pidFile().isEmpty()) {
                return;
            }
            sleep(10);
        }
        server.destroyForcibly();
    }

    /// Stops the server and gives the folder back. Safe at any moment, from any thread.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (making != null) {
                making.destroy();
                making.waitFor(STOP_MS, TimeUnit.MILLISECONDS); // it still tidies up its folder
            }
            // A server that was launched a moment ago has not written its pid file yet.
            for (int i = 0; launched && i < 100 && folder.server().isEmpty(); i++) {
                sleep(10);
            }
            Optional<ProcessHandle> server = folder.server();
            if (server.isPresent()) {
                stop(server.get());
            }
        } catch (IOException e) {
            // The next start finds the server and stops it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            folder.close();
        }
    }
}
