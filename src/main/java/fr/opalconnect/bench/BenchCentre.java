package fr.opalconnect.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A message centre out of bare frames, for who has no other to measure with: it takes everything, and tells that it
/// arrived until that is acknowledged.
final class BenchCentre implements AutoCloseable {

    private final ServerSocket door;
    private final AtomicInteger numbers = new AtomicInteger(0x1a2b3c);
    private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();

    BenchCentre() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        Map<Integer, byte[]> told = new ConcurrentHashMap<>();
        try (caller) {
            caller.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(caller.getInputStream()));
            Thread.ofVirtual().start(() -> tell(caller, told));
            while (true) {
                ByteBuffer frame = Frames.read(in);
                int command = Frames.command(frame);
                int sequence = Frames.sequence(frame);
                switch (command) {
                    case Frames.BIND -> write(caller, Frames.BIND | Frames.RESPONSE, sequence, "bench");
                    case Frames.SUBMIT -> submit(caller, frame, sequence);
                    case Frames.ENQUIRE, Frames.UNBIND -> write(caller, command | Frames.RESPONSE, sequence, null);
                    case Frames.DELIVER | Frames.RESPONSE -> acknowledged(told.remove(sequence), Frames.status(frame));
                    default -> throw new IOException("command " + command);
                }
            }
        } catch (IOException e) {
            waiting.addAll(told.values()); // on another line
        }
    }

    private void acknowledged(byte @Nullable [] receipt, int status) {
        if (receipt != null && status != 0) {
            waiting.add(receipt);
        }
    }

    private void submit(Socket caller, ByteBuffer frame, int sequence) throws IOException {
        int id = numbers.incrementAndGet();
        write(
                caller,
                Frames.SUBMIT | Frames.RESPONSE,
                sequence,
                Integer.toHexString(id).toUpperCase(Locale.ROOT));
        String text = "id:%010d sub:001 dlvrd:001 stat:DELIVRD err:000 text:".formatted(id);
        ByteBuffer receipt = ByteBuffer.allocate(100 + text.length());
        receipt.put((byte) 0)
                .put((byte) 1)
                .put((byte) 1)
                .put(ascii(Frames.destination(frame)))
                .put((byte) 0);
        receipt.put((byte) 5).put((byte) 0).put(ascii("OPAL")).put((byte) 0);
        receipt.put((byte) 4).put(new byte[8]).put((byte) text.length()).put(ascii(text));
        waiting.add(Arrays.copyOf(receipt.array(), receipt.position()));
    }

    private void tell(Socket caller, Map<Integer, byte[]> told) {
        try {
            for (int sequence = 1; !caller.isClosed(); ) {
                byte[] receipt = waiting.poll();
                if (receipt == null) {
                    Thread.sleep(20);
                } else {
                    told.put(sequence, receipt);
                    Frames.write(caller, Frames.of(Frames.DELIVER, 0, sequence++, receipt));
                }
            }
        } catch (IOException e) {
            // who serves it finds out, and keeps what was not acknowledged
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Socket to, int command, int sequence, @Nullable String text) throws IOException {
        byte[] body = text == null ? new byte[0] : Arrays.copyOf(ascii(text), text.length() + 1);
        Frames.write(to, Frames.of(command, 0, sequence, body));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
