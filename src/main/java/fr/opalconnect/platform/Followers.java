package fr.opalconnect.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The pages that are open on this node, and what was told lately.
@Component
class Followers implements SmartLifecycle {
    /// More pages at once than a person looks at. Those that were left count until a sign of life does not reach them;
    /// so the oldest makes room: it is the likeliest to be gone.
    static final int PER_PERSON = 12;
    /// The rest of the node's memory and connections is for pages.
    static final int ALTOGETHER = 2_000;

    /// Who was away for longer looks at everything again.
    private static final Duration REMEMBERED = Duration.ofMinutes(2);
    /// Nodes' clocks differ a little, and a transaction takes its time from telling to commit.
    private static final Duration SLACK = Duration.ofSeconds(3);

    private final InstantSource clock;
    private final Map<String, Set<Follower>> byTopic = new HashMap<>();
    private final Map<String, Set<Follower>> byPerson = new HashMap<>();
    /// When a topic was told last, the one told longest ago first.
    private final Map<String, Long> lately = new LinkedHashMap<>();
    /// Nothing is known of what was told before; nothing at all as long as nobody listens.
    private long knownSince = Long.MAX_VALUE;

    private int count;
    private boolean running;

    Followers(InstantSource clock) {
        this.clock = clock;
    }

    /// Tells a page through its answer, until it ends or was left. A page without live news is still a page: when there
    /// is no room it asks again later.
    void tell(String person, String session, Collection<String> topics, long since, OutputStream answer)
            throws IOException {
        Set<String> all = new HashSet<>(topics);
        all.add(session);
        Follower follower = new Follower(person, session, all, clock);
        if (!register(follower, since)) {
            Follower.comeBackMuchLater(answer);
            return;
        }
        try {
            follower.write(answer);
        } finally {
            remove(follower);
        }
    }

    private synchronized boolean register(Follower follower, long since) {
        if (!running || count >= ALTOGETHER) {
            return false;
        }
        count++;
        Set<Follower> open = byPerson.computeIfAbsent(follower.person, person -> new LinkedHashSet<>());
        if (open.size() >= PER_PERSON) {
            Follower oldest = open.iterator().next();
            open.remove(oldest);
            oldest.makeRoom();
        }
        open.add(follower);
        follower.topics.forEach(
                topic -> byTopic.computeIfAbsent(topic, name -> new HashSet<>()).add(follower));
        long from = since - SLACK.toMillis();
        if (since < knownSince || from < clock.millis() - REMEMBERED.toMillis()) {
            follower.tell(Follower.EVERYTHING);
        } else {
            follower.topics.stream()
                    .filter(topic -> lately.getOrDefault(topic, 0L) >= from)
                    .forEach(follower::tell);
        }
        return true;
    }

    private synchronized void remove(Follower follower) {
        count--;
        forget(byPerson, follower.person, follower);
        follower.topics.forEach(topic -> forget(byTopic, topic, follower));
    }

    private static void forget(Map<String, Set<Follower>> map, String key, Follower follower) {
        map.computeIfPresent(key, (same, all) -> {
            all.remove(follower);
            return all.isEmpty() ? null : all;
        });
    }

    synchronized void told(String topic) {
        long now = clock.millis();
        lately.remove(topic);
        lately.put(topic, now);
        lately.values().removeIf(at -> at < now - REMEMBERED.toMillis());
        for (Follower follower : byTopic.getOrDefault(topic, Set.of())) {
            if (topic.equals(follower.session)) {
                follower.end();
            } else {
                follower.tell(topic);
            }
        }
    }

    /// From now on everything is heard; what was told before is not known.
    synchronized void listening() {
        knownSince = clock.millis();
        // By person, because each page stands there once: by topic it would be told several times.
        byPerson.values().forEach(all -> all.forEach(follower -> follower.tell(Follower.EVERYTHING)));
    }

    synchronized void deaf() {
        knownSince = Long.MAX_VALUE;
    }

    synchronized boolean hears() {
        return knownSince != Long.MAX_VALUE;
    }

    synchronized int count() {
        return count;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /// Before the web server begins to wait for the requests under way: these would never end.
    @Override
    public synchronized void stop() {
        running = false;
        byTopic.values().forEach(all -> all.forEach(Follower::end));
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
