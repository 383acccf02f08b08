package fr.opalconnect.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Stands on the wire to a message centre, whoever made it, and makes trouble: it answers 'too many' in its place,
/// breaks the connection before or after the centre has taken a message, holds receipts back, and tells them twice. It
/// reads nothing but the frames of SMPP 3.4, and counts what the centre really took for each number: that is the truth
/// to which our books are held.
public final class BadLine implements AutoCloseable {
    /// How often it does what, of a thousand times.
    public record Faults(int throttled, int droppedBefore, int droppedAfter, int late, int twice) {
        public static final Faults NONE = new Faults(0, 0, 0, 0, 0);
    }

    private static final int THROTTLED = 0x58;
    /// Sequence numbers of receipts that are told a second time.
    private static final int SECOND = 0x40000000;

    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration STILL_COUNTED = Duration.ofMillis(300);

    private final ServerSocket door;
    private final InetSocketAddress centre;
    private final Faults faults;
    private final Random dice;
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final AtomicLong throttled = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong twice = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public BadLine(InetSocketAddress centre, Faults faults, long seed) throws IOException {
        this.centre = centre;
        this.faults = faults;
        this.dice = new Random(seed);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /// How often the centre took a message for that number.
    public int taken(String number) {
        AtomicInteger count = taken.get(number);
        return count == null ? 0 : count.get();
    }

    /// What it did.
    public record Done(long throttled, long dropped, long late, long twice) {}

    public Done done() {
        return new Done(throttled.get(), dropped.get(), late.get(), twice.get());
    }

    /// Breaks what is connected now.
    public void cut() {
        open.forEach(BadLine::hangUp);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try (Socket there = new Socket()) {
            there.connect(centre, (int) LATE.toMillis());
            there.setTcpNoDelay(true);
            caller.setTcpNoDelay(true);
            open.add(caller);
            Wire wire = new Wire(caller, there);
            Thread back = Thread.ofVirtual().start(wire::back);
            wire.forth();
            hangUp(caller);
            back.join(STILL_COUNTED);
        } catch (IOException e) {
            throw new IllegalStateException("the centre is not there", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(caller);
            hangUp(caller);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized int roll() {
        return dice.nextInt(1_000);
    }

    private final class Wire {
        private final Socket caller;
        private final Socket there;
        /// Messages that the centre has not answered yet.
        private final Map<Integer, String> numbers = new ConcurrentHashMap<>();
        private final Set<Integer> doomed = ConcurrentHashMap.newKeySet();

        Wire(Socket caller, Socket there) {
            this.caller = caller;
            this.there = there;
        }

        /// Until one of them hangs up, or the line breaks.
        void forth() {
            try {
                DataInputStream in = new DataInputStream(new BufferedInputStream(caller.getInputStream()));
                for (ByteBuffer frame = Frames.read(in); ; frame = Frames.read(in)) {
                    int command = Frames.command(frame);
                    int sequence = Frames.sequence(frame);
                    boolean second = command == (Frames.DELIVER | Frames.RESPONSE) && (sequence & SECOND) != 0;
                    if (!second && (command != Frames.SUBMIT || submit(frame, sequence))) {
                        Frames.write(there, frame); // what was told a second time, the centre told once
                    }
                }
            } catch (IOException e) {
                // as when a line breaks
            }
        }

        /// @return whether the centre gets it
        private boolean submit(ByteBuffer frame, int sequence) throws IOException {
            int roll = roll();
            if (roll < faults.throttled()) {
                throttled.incrementAndGet();
                Frames.write(caller, Frames.of(Frames.SUBMIT | Frames.RESPONSE, THROTTLED, sequence));
                return false;
            }
            if (roll < faults.throttled() + faults.droppedBefore()) {
                dropped.incrementAndGet();
                throw new IOException("the line breaks");
            }
            if (roll < faults.throttled() + faults.droppedBefore() + faults.droppedAfter()) {
                doomed.add(sequence);
            }
            numbers.put(sequence, Frames.destination(frame));
            return true;
        }

        /// What the centre had taken when the line broke is counted all the same.
        void back() {
            try {
                DataInputStream in = new DataInputStream(new BufferedInputStream(there.getInputStream()));
                for (ByteBuffer frame = Frames.read(in); ; frame = Frames.read(in)) {
                    int command = Frames.command(frame);
                    if (command == (Frames.SUBMIT | Frames.RESPONSE)) {
                        answered(frame);
                    } else if (command == Frames.DELIVER) {
                        receipt(frame);
                    } else {
                        tell(frame);
                    }
                }
            } catch (IOException e) {
                hangUp(caller);
            }
        }

        private void answered(ByteBuffer frame) {
            int sequence = Frames.sequence(frame);
            String number = numbers.remove(sequence);
            if (number != null && Frames.status(frame) == 0) {
                taken.computeIfAbsent(number, _ -> new AtomicInteger()).incrementAndGet();
            }
            if (doomed.remove(sequence)) {
                dropped.incrementAndGet();
                hangUp(caller);
            } else {
                tell(frame);
            }
        }

        private void tell(ByteBuffer frame) {
            try {
                Frames.write(caller, frame);
            } catch (IOException e) {
                hangUp(caller);
            }
        }

        private void receipt(ByteBuffer frame) {
            int roll = roll();
            if (roll < faults.late()) {
                late.incrementAndGet();
                Thread.ofVirtual().start(() -> afterAWhile(frame));
                return;
            }
            tell(frame);
            if (roll < faults.late() + faults.twice()) {
                twice.incrementAndGet();
                ByteBuffer second = ByteBuffer.allocate(frame.capacity());
                second.put(frame.duplicate().clear());
                second.putInt(12, Frames.sequence(frame) | SECOND);
                tell(second);
            }
        }

        /// The line may break meanwhile; a centre that had no answer tells it again.
        private void afterAWhile(ByteBuffer frame) {
            try {
                Thread.sleep(LATE);
                tell(frame);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
