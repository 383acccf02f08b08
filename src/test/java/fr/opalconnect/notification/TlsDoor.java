package fr.opalconnect.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Stands before a server that does not encrypt, and does so for it, as a landlord's own relay or centre would: from
/// the first byte, or once it is asked for (STARTTLS).
final class TlsDoor implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final SSLContext keys;
    private final int behind;
    private final boolean asked;

    /// @param behind the server's port
    /// @param asked  whether it begins in the clear, as an SMTP server
    TlsDoor(SSLContext keys, int behind, boolean asked) throws IOException {
        this.keys = keys;
        this.behind = behind;
        this.asked = asked;
        Thread.startVirtualThread(this::open);
    }

    int port() {
        return door.getLocalPort();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.startVirtualThread(() -> let(caller));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void let(Socket caller) {
        try (caller;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            if (asked) {
                inTheClear(caller);
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine(); // its greeting: the caller had ours
            }
            SSLSocket secured = (SSLSocket) keys.getSocketFactory().createSocket(caller, null, 0, true);
            secured.setUseClientMode(false);
            Thread back = Thread.startVirtualThread(() -> pass(server, secured));
            pass(secured, server);
            back.join();
        } catch (IOException | InterruptedException e) {
            // the caller does not believe us
        }
    }

    private static void inTheClear(Socket caller) throws IOException {
        InputStream in = caller.getInputStream();
        say(caller, "220 relay.example ESMTP");
        for (String line = line(in); !line.equalsIgnoreCase("STARTTLS"); line = line(in)) {
            say(caller, line.startsWith("EHLO") ? "250-relay.example\r\n250 STARTTLS" : "530 Must issue a STARTTLS");
        }
        say(caller, "220 Go ahead");
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Byte by byte: what comes after the last one is not ours to read.
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("hung up");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // one of them hung up
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
