package fr.opalconnect.platform;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open page. It has a virtual thread of its own, so that a phone in a tunnel holds up nobody else, and what waits
/// for it is a set: however much is told meanwhile, it never grows beyond the topics that the page follows.
final class Follower implements Runnable {
    /// Something may have been missed: look at everything again.
    static final String EVERYTHING = "*";

    static final Duration LIFE = Duration.ofHours(1);
    static final Duration MUCH_LATER = Duration.ofMinutes(5);
    /// Proxies close what is silent for half a minute or a minute.
    private static final Duration SILENCE = Duration.ofSeconds(25);

    final String person;
    final String session;
    final Set<String> topics;
    final SseEmitter emitter = new SseEmitter(LIFE.toMillis());

    private final InstantSource clock;
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

    @Override
    public void run() {
        try {
            // After an end the browser comes back by itself; not all browsers at the same moment.
            emitter.send(
                    SseEmitter.event().reconnectTime(ThreadLocalRandom.current().nextLong(1_000, 5_000)));
            for (Set<String> next = next(); next != null; next = next()) {
                send(next);
            }
            if (roomNeeded) {
                emitter.send(SseEmitter.event().reconnectTime(MUCH_LATER.toMillis()));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            emitter.complete(); // the page was left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    /// The id is the time: who comes back with it, to whichever node, learns what was told since. Without data it is a
    /// sign of life that no page notices.
    private void send(Set<String> told) throws IOException {
        long now = clock.millis();
        if (told.isEmpty()) {
            emitter.send(SseEmitter.event().id(Long.toString(now)));
        }
        for (String topic : told) {
            emitter.send(SseEmitter.event().id(Long.toString(now)).data(topic));
        }
    }

    /// @return what to say: nothing but a sign of life after a long silence; null at the end
    private synchronized @Nullable Set<String> next() throws InterruptedException {
        long until = System.nanoTime() + SILENCE.toNanos();
        while (waiting.isEmpty() && !over) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return Set.of();
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
