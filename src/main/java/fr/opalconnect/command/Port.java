package fr.opalconnect.command;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/// The port that somebody asked for, looked at before anything is started.
final class Port {
    private Port() {}

    /// @return the setting for Spring
    static Map<String, String> setting(int port) {
        if (port < 0 || port > 65_535) {
            throw new Failure(port + " is not a port. Give one from 1 to 65535 with --port.");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (BindException e) {
            boolean denied = String.valueOf(e.getMessage()).contains("ermission");
            throw denied
                    ? new Failure("Port " + port + " may only be used by root. Give one above 1023 with --port.")
                    : Explanation.busy(Integer.toString(port));
        } catch (IOException e) {
            throw new Failure("Port " + port + " cannot be used: " + e.getMessage());
        }
        return Map.of("server.port", Integer.toString(port));
    }
}
