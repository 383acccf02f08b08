package fr.opalconnect.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// One open page. The virtual thread of its request is its own, so that a phone in a tunnel holds up nobody else, and
/// what waits for it is a set: however much is told meanwhile, it never grows beyond the topics that the page follows.
final class Follower {
    /// Something may have been missed: look at everything again.
    static final String EVERYTHING = "*";

    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration MUCH_LATER = Duration.ofMinutes(5);
    /// Proxies close what is silent for half a minute or a minute.
    private static final Duration SILENCE = Duration.ofSeconds(25);

    final String person;
    final String session;
    final Set<String> topics;

    private final InstantSource clock;
    private final long diesAt = System.nanoTime() + LIFE.toNanos();
    private final Set<String> waiting = new LinkedHashSet<>();
    private boolean over;
    private boolean roomNeeded;

    /// @param session the topic that ends it
    Follower(String person, String session, Set<String> topics, InstantSource clock) {
        this.person = person;
        this.session = session;
        this.topics = Set.copyOf(topics);
        this.clock = clock;
    }

    synchronized void tell(String topic) {
        waiting.add(topic);
        notifyAll();
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }

    /// Ends, and should somebody still look at that page, it asks again much later.
    synchronized void makeRoom() {
        roomNeeded = true;
        end();
    }

    /// Writes as server-sent events what is told, until the page ends. Returns early when the page was left, which only
    /// writing finds out.
    void write(OutputStream out) {
        try {
            // After an end the browser comes back by itself; not all browsers at the same moment.
            say(out, "retry:" + ThreadLocalRandom.current().nextLong(1_000, 5_000));
            for (Set<String> next = next(); next != null; next = next()) {
                say(out, next);
            }
            if (roomNeeded) {
                comeBackMuchLater(out);
            }
        } catch (IOException e) {
            // The page was left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void comeBackMuchLater(OutputStream out) throws IOException {
        say(out, "retry:" + MUCH_LATER.toMillis());
    }

    /// The id is the time: who comes back with it, to whichever node, learns what was told since. Without data it is a
    /// sign of life that no page notices.
    private void say(OutputStream out, Set<String> told) throws IOException {
        String id = "id:" + clock.millis();
        if (told.isEmpty()) {
            say(out, id);
        }
        for (String topic : told) {
            say(out, id + "\ndata:" + topic);
        }
    }

    private static void say(OutputStream out, String event) throws IOException {
        out.write((event + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// @return what to say: nothing but a sign of life after a long silence; null at the end
    private synchronized @Nullable Set<String> next() throws InterruptedException {
        long until = System.nanoTime() + SILENCE.toNanos();
        while (waiting.isEmpty() && !over) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return until < diesAt ? Set.of() : null;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        if (over) {
            return null;
        }
        Set<String> told = new LinkedHashSet<>(waiting);
        waiting.clear();
        return told;
    }
}
