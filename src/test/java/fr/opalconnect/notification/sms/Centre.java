package fr.opalconnect.notification.sms;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.jsmpp.examples.SMPPServerSimulator;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.LoggerFactory;

/// Message centres that are not of our making.
public record Centre(InetSocketAddress address, String systemId, String password, Runnable end)
        implements AutoCloseable {
    private static final String PASSWORD = "jpwd";

    /// The simulator of jsmpp's examples. It tells receipts after a second, in decimal what it answered in hexadecimal.
    public static Centre simulator() throws IOException {
        ((Logger) LoggerFactory.getLogger("org.jsmpp")).setLevel(Level.OFF);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Thread.ofPlatform().daemon().start(new SMPPServerSimulator(false, port, "j", PASSWORD));
        return new Centre(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "j", PASSWORD, () -> {});
    }

    /// One made of npm's `smpp`, when this machine has Node and the package (`npm install -g smpp`).
    public static Centre node(String password) throws IOException {
        Path script = Path.of("src/test/resources/fr/opalconnect/notification/centre.js");
        ProcessBuilder node = new ProcessBuilder("node", script.toString(), "0", password);
        String before = node.environment().get("NODE_PATH");
        node.environment()
                .put(
                        "NODE_PATH",
                        String.join(
                                File.pathSeparator,
                                Objects.requireNonNullElse(before, ""),
                                "/usr/lib/node_modules",
                                "/usr/local/lib/node_modules"));
        node.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process;
        try {
            process = node.start();
        } catch (IOException e) {
            Assumptions.abort("There is no Node here: the centre made of npm's smpp is not met");
            throw e;
        }
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String ready = out.readLine();
        Assumptions.assumeTrue(ready != null, "npm's smpp is not here (npm install -g smpp): its centre is not met");
        int port = Integer.parseInt(Objects.requireNonNull(ready).substring("ready ".length()));
        return new Centre(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "node", password, process::destroy);
    }

    /// The account that we have there.
    public SmppAccount account(int port, SmppAccount.Wording wording) {
        return new SmppAccount(
                "localhost",
                port,
                false,
                systemId,
                password,
                "",
                new SmppAccount.Sender("OPAL", 5, 0),
                2,
                10,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                wording,
                ZoneId.systemDefault());
    }

    @Override
    public void close() {
        end.run();
    }
}
