package fr.opalconnect.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.DemoLandlord;
import fr.opalconnect.EventSource;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import fr.opalconnect.NodeInChild;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.tenancy.Tenancies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two nodes on one PostgreSQL, one of which is killed while tenants write.
@WholeApplication
@TestMethodOrder(OrderAnnotation.class)
class KilledNodeTest {
    private static final int TENANTS = 20;
    private static final int EACH = 10;
    /// So many have arrived when the node dies; the others are on their way, or still to be written.
    private static final int BEFORE = 70;

    private static @Nullable NodeInChild other;

    @LocalServerPort
    private int survivor;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Imports imports;

    @Autowired
    private Tenancies tenancies;

    @Autowired
    private JdbcClient jdbc;

    private final CountDownLatch arrived = new CountDownLatch(BEFORE);
    private final AtomicInteger lost = new AtomicInteger();

    @AfterAll
    static void leaveNothingBehind() {
        if (other != null) {
            other.close();
        }
    }

    @Test
    @Order(2)
    void each_of_two_hundred_messages_appears_exactly_once_when_a_node_is_killed_meanwhile() throws Exception {
        DemoLandlord.bringInto(imports);
        List<Writer> writers = new ArrayList<>();
        NodeInChild doomed = other();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (TenantNumber tenant : someTenants()) {
                writers.add(new Writer(tenant, doomed.port(), "Mot"));
            }
            List<Future<?>> writing = new ArrayList<>();
            writers.forEach(writer -> writing.add(people.submit(writer)));
            assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
            doomed.kill();
            for (Future<?> each : writing) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(lost).as("messages that had to be sent again").hasPositiveValue();
        assertThat(jdbc.sql("SELECT body FROM conversation.message WHERE body LIKE 'Mot %'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(writers.stream()
                        .flatMap(writer -> writer.words().stream())
                        .toList());

        // Whoever sends all of it once more, because no answer came, changes nothing.
        writers.forEach(Writer::sendAllAgain);
        assertThat(jdbc.sql("SELECT count(*) FROM conversation.message WHERE body LIKE 'Mot %'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(TENANTS * EACH);
        Writer first = writers.getFirst();
        assertThat(first.page().text().split("Mot 7 de " + first.tenant, -1)).hasSize(2);
    }

    @Test
    @Order(1)
    void what_is_written_on_one_node_appears_on_the_other() throws Exception {
        DemoLandlord.bringInto(imports);
        Writer writer = new Writer(someTenants().getLast(), other().port(), "Bonjour");
        HttpBrowser atHome = writer.there;
        String session = "session=" + atHome.cookies().get("session");
        try (EventSource page = new EventSource(
                "http://localhost:%d/messages/direct?depuis=%d".formatted(survivor, System.currentTimeMillis()),
                request -> request.header("Cookie", session))) {
            Answer sent = writer.send(writer.here, 0);
            assertThat(page.next(Duration.ofSeconds(2))).isEqualTo("tenant:" + writer.tenant);
            assertThat(atHome.follow(sent).text()).contains(writer.words(0));
        }
    }

    /// Started with the first test that needs it, killed by the last.
    private NodeInChild other() throws IOException {
        NodeInChild running = other;
        if (running == null) {
            running = NodeInChild.on(program.getEnvironment().getProperty("spring.datasource.url"));
            other = running;
        }
        return running;
    }

    private List<TenantNumber> someTenants() {
        return jdbc.sql("SELECT number FROM tenancy.tenant ORDER BY number LIMIT 200").query(String.class).stream()
                .map(TenantNumber::new)
                .filter(tenant -> tenancies.find(tenant) != null)
                .limit(TENANTS)
                .toList();
    }

    /// A tenant whose phone tries again at the other node when one does not answer, with the same key.
    private final class Writer implements Runnable {
        private final TenantNumber tenant;
        private final String word;
        private final HttpBrowser here;
        private final HttpBrowser there;
        private final List<UUID> keys;
        private String thread = "";

        Writer(TenantNumber tenant, int doomed, String word) {
            this.tenant = tenant;
            this.word = word;
            there = AtHome.signedIn(program, survivor, tenant);
            here = new HttpBrowser(doomed);
            here.cookies().putAll(there.cookies());
            here.get("/messages/ecrire");
            keys = IntStream.range(0, EACH).mapToObj(i -> UUID.randomUUID()).toList();
        }

        List<String> words() {
            return IntStream.range(0, EACH).mapToObj(this::words).toList();
        }

        private String words(int i) {
            return word + " " + i + " de " + tenant;
        }

        @Override
        public void run() {
            HttpBrowser node = here;
            for (int i = 0; i < EACH; i++) {
                Answer answer = null;
                for (int tries = 0; answer == null && tries < 5; tries++) {
                    try {
                        answer = send(node, i);
                    } catch (UncheckedIOException e) {
                        lost.incrementAndGet();
                        node = there;
                    }
                }
                assertThat(answer).as(words(i)).isNotNull();
                assertThat(answer.status()).as(answer.text()).isBetween(302, 303);
                if (thread.isEmpty()) {
                    thread = answer.where().replaceFirst("[?#].*", "");
                }
                arrived.countDown();
            }
        }

        /// The first one begins the conversation.
        private Answer send(HttpBrowser node, int i) {
            return node.post(
                    i == 0 ? "/messages/ecrire" : thread,
                    "message",
                    words(i),
                    "cle",
                    keys.get(i).toString());
        }

        void sendAllAgain() {
            for (int i = 0; i < EACH; i++) {
                assertThat(send(there, i).where()).startsWith(thread);
            }
        }

        Answer page() {
            return there.get(thread);
        }
    }
}
