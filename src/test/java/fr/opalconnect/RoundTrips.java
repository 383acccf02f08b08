package fr.opalconnect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between the program and PostgreSQL and counts how often the server says 'ready for query' (message Z of the
/// frontend/backend protocol): that is a round trip, whatever library made it, and BEGIN and COMMIT count too.
public final class RoundTrips {
    private final ServerSocket door;
    private final URI server;
    private final AtomicLong counted = new AtomicLong();

    /// @param jdbcUrl of the real database
    public RoundTrips(String jdbcUrl) throws IOException {
        server = URI.create(jdbcUrl.substring("jdbc:".length()));
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::welcome);
    }

    /// The same database, seen through this counter.
    public String jdbcUrl() {
        String query = server.getQuery() == null ? "" : server.getQuery() + "&";
        return "jdbc:postgresql://127.0.0.1:%d%s?%ssslmode=disable&gssEncMode=disable"
                .formatted(door.getLocalPort(), server.getPath(), query);
    }

    public long soFar() {
        return counted.get();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket program = door.accept();
                Socket database = new Socket(server.getHost(), server.getPort());
                program.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(program, database));
                Thread.ofVirtual().start(() -> passCounting(database, program));
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ignored) {
            // one side hung up, and so do we
        }
    }

    private void passCounting(Socket from, Socket to) {
        try (from;
                to;
                DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(from.getInputStream()));
                DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(to.getOutputStream()))) {
            while (true) {
                byte type = in.readByte();
                int length = in.readInt();
                byte[] body = in.readNBytes(length - Integer.BYTES);
                if (type == 'Z') {
                    counted.incrementAndGet();
                }
                out.writeByte(type);
                out.writeInt(length);
                out.write(body);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException ignored) {
            // one side hung up, and so do we
        }
    }
}
