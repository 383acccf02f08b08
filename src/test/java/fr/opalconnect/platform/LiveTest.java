package fr.opalconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.EventSource;
import fr.opalconnect.TwoNodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Live news on two nodes. The one that stops a node is the last.
@TestMethodOrder(MethodName.class)
class LiveTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration A_WHILE = Duration.ofMillis(400);
    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes(LiveDoor.class);
    }

    @BeforeEach
    void everybodyListens() {
        awaitEars();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void what_is_told_on_one_node_is_heard_on_the_other_within_two_seconds() {
        try (EventSource page = follow(1, "1", "conversation:1")) {
            live(0).tell("conversation:1");
            assertThat(page.next(SOON)).isEqualTo("conversation:1");
        }
    }

    @Test
    void only_what_a_page_follows_is_told_to_it() {
        try (EventSource page = follow(1, "2", "conversation:2")) {
            live(0).tell("conversation:other", "conversation:2");
            assertThat(page.next(SOON)).isEqualTo("conversation:2");
            assertThat(page.next(A_WHILE)).isNull();
        }
    }

    @Test
    void nothing_is_told_before_the_commit_nor_after_a_rollback() {
        TransactionTemplate transaction = new TransactionTemplate(nodes.get(0, PlatformTransactionManager.class));
        try (EventSource page = follow(1, "3", "agency:3", "agency:4")) {
            transaction.executeWithoutResult(status -> {
                live(0).tell("agency:3");
                status.setRollbackOnly();
            });
            transaction.executeWithoutResult(status -> {
                live(0).tell("agency:4");
                assertThat(page.next(A_WHILE)).isNull();
            });
            assertThat(page.next(SOON)).isEqualTo("agency:4");
        }
    }

    @Test
    void a_page_that_was_away_for_a_moment_hears_what_it_missed_on_whichever_node() {
        String lastId;
        try (EventSource page = follow(0, "4", "tenant:4", "tenant:quiet")) {
            live(0).tell("tenant:4");
            assertThat(page.next(SOON)).isEqualTo("tenant:4");
            lastId = page.lastId();
        }
        live(0).tell("tenant:4");
        try (EventSource again = new EventSource(
                address(1, "4", "tenant:4", "tenant:quiet"), request -> request.header("Last-Event-ID", lastId))) {
            assertThat(again.next(SOON)).isEqualTo("tenant:4");
            assertThat(again.next(A_WHILE)).isIn("tenant:4", null); // twice does no harm, never would
        }
    }

    @Test
    void a_page_that_was_away_for_long_looks_at_everything() {
        try (EventSource page = new EventSource(address(0, "5", "tenant:5") + "&depuis=1000000000000")) {
            assertThat(page.next(SOON)).isEqualTo("*");
        }
    }

    @Test
    void a_node_that_lost_its_connection_comes_back_and_lets_every_page_look_again() {
        try (EventSource page = follow(1, "6", "imports")) {
            nodes.get(0, JdbcClient.class)
                    .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                            + " WHERE application_name = 'opal live' AND datname = current_database()")
                    .query(Long.class)
                    .single();
            assertThat(page.next(Duration.ofSeconds(5))).isEqualTo("*");
            awaitEars();
            live(0).tell("imports");
            assertThat(page.next(SOON)).isEqualTo("imports");
        }
    }

    @Test
    void the_news_end_with_the_session() throws InterruptedException {
        try (EventSource page = follow(1, "7", "tenant:7")) {
            live(0).tellEnded(LiveDoor.SESSION);
            assertThat(page.ends(SOON)).isTrue();
        }
    }

    @Test
    void the_oldest_of_a_persons_pages_makes_room_and_a_page_that_is_left_is_forgotten() throws Exception {
        List<EventSource> pages = new ArrayList<>();
        for (int i = 0; i <= Followers.PER_PERSON; i++) {
            pages.add(follow(0, "8", "tenant:8"));
        }
        assertThat(pages.getFirst().ends(SOON)).isTrue();
        assertThat(pages.getFirst().retry()).isEqualTo("300000");
        assertThat(pages.get(1).ends(A_WHILE)).isFalse();
        pages.forEach(EventSource::close);
        Followers left = nodes.get(0, Followers.class);
        for (int tries = 0; left.count() > 0 && tries < 100; tries++) {
            live(0).tell("tenant:8"); // only who writes to a page finds out that it is gone
            Thread.sleep(100);
        }
        assertThat(left.count()).isZero();
    }

    @Test
    void no_proxy_and_no_compression_keeps_the_news_back() {
        try (EventSource page =
                new EventSource(address(0, "9", "tenant:9"), request -> request.header("Accept-Encoding", "gzip"))) {
            var headers = page.response().headers();
            assertThat(headers.firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(headers.firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
            assertThat(headers.firstValue("Content-Encoding")).isEmpty();
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        }
    }

    @Test
    void zz_a_node_that_is_asked_to_stop_does_not_wait_for_open_pages() throws InterruptedException {
        try (EventSource page = follow(1, "10", "tenant:10")) {
            long begun = System.nanoTime();
            nodes.stop(1);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(page.ends(SOON)).isTrue();
        }
    }

    /// Both nodes listen (again).
    private static void awaitEars() {
        JdbcClient jdbc = nodes.get(0, JdbcClient.class);
        for (int tries = 0; tries < 5_000; tries++) {
            Long ears = jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'opal live'"
                            + " AND datname = current_database()")
                    .query(Long.class)
                    .single();
            if (ears == 2
                    && nodes.get(0, Followers.class).hears()
                    && nodes.get(1, Followers.class).hears()) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("a node does not listen");
    }

    private static Live live(int node) {
        return nodes.get(node, Live.class);
    }

    private static EventSource follow(int node, String person, String... topics) {
        return new EventSource(address(node, person, topics) + "&depuis=" + (System.currentTimeMillis() + 10_000));
    }

    private static String address(int node, String person, String... topics) {
        return "http://localhost:%d/essai/direct?person=%s&topics=%s"
                .formatted(nodes.port(node), person, String.join(",", topics));
    }
}
