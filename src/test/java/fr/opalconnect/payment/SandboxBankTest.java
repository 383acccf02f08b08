package fr.opalconnect.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.payment.SandboxBank.Act;
import fr.opalconnect.payment.provider.Asked;
import fr.opalconnect.payment.provider.Begun;
import fr.opalconnect.payment.provider.Finding;
import fr.opalconnect.payment.provider.Notice;
import fr.opalconnect.payment.provider.Order;
import fr.opalconnect.payment.provider.Outcome;
import fr.opalconnect.payment.provider.RawNotice;
import fr.opalconnect.payment.provider.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The sandbox bank on the whole program: what it says, and to whom, over real HTTP.
@WholeApplication
class SandboxBankTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private Sandbox sandbox;

    @Autowired
    private SandboxBank bank;

    @Autowired
    private JdbcClient jdbc;

    private HttpServer shop;
    private final List<RawNotice> heard = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;

    @BeforeEach
    void openTheShop() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/avis", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> fields = new LinkedHashMap<>();
            for (String field : body.split("&", -1)) {
                int cut = field.indexOf('=');
                fields.put(
                        field.substring(0, cut), URLDecoder.decode(field.substring(cut + 1), StandardCharsets.UTF_8));
            }
            heard.add(new RawNotice(fields, body));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        shop.start();
    }

    @AfterEach
    void closeTheShop() {
        shop.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, PAID", "REFUSE, REFUSED", "ABANDON, ABANDONED", "REVIEW, RUNNING", "FAIL_LATER, PAID"})
    void what_happens_on_its_page_is_told_at_once_and_when_asked(Act act, Outcome outcome) {
        Order order = order();
        String number = begin(order);
        assertThat(bank.act(number, act)).isTrue();
        await().until(() -> heard.size() == 1);
        Finding told = said(heard.getFirst());
        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.reference()).isEqualTo(order.reference());
        assertThat(told.amount()).isEqualTo(order.amount());
        assertThat(told.currency()).isEqualTo("EUR");
        assertThat(told.debit()).isTrue();
        assertThat(told.test()).isEqualTo(sandbox.test());
        assertThat(told.transaction()).matches("[0-9]{10}");
        assertThat(((Asked.Found) sandbox.ask(order, number)).finding()).isEqualTo(told);
        assertThat(((Asked.Found) sandbox.ask(order, "")).finding())
                .as("asked by the reference alone")
                .isEqualTo(told);
    }

    @Test
    void it_tells_twice_and_the_same() {
        bank.act(begin(order()), Act.TWICE);
        await().atMost(Duration.ofSeconds(15)).until(() -> heard.size() == 2);
        assertThat(said(heard.get(0))).isEqualTo(said(heard.get(1)));
    }

    @Test
    void it_tells_old_news_after_the_last() {
        Order order = order();
        String number = begin(order);
        bank.act(number, Act.OUT_OF_ORDER);
        await().atMost(Duration.ofSeconds(20)).until(() -> heard.size() == 3);
        assertThat(heard).first().extracting(raw -> said(raw).outcome()).isEqualTo(Outcome.PAID);
        assertThat(heard)
                .extracting(raw -> said(raw).outcome())
                .containsExactlyInAnyOrder(Outcome.PAID, Outcome.RUNNING, Outcome.REFUSED);
        assertThat(((Asked.Found) sandbox.ask(order, number)).finding().outcome())
                .isEqualTo(Outcome.PAID);
    }

    @ParameterizedTest
    @CsvSource({"LATE, PAID", "NEVER, PAID", "TIME_OUT, EXPIRED"})
    void when_it_is_silent_it_can_be_asked(Act act, Outcome outcome) {
        Order order = order();
        String number = begin(order);
        bank.act(number, act);
        assertThat(((Asked.Found) sandbox.ask(order, number)).finding().outcome())
                .isEqualTo(outcome);
        assertThat(heard).isEmpty();
    }

    @Test
    void it_takes_money_once() {
        String number = begin(order());
        assertThat(bank.act(number, Act.ACCEPT)).isTrue();
        assertThat(bank.act(number, Act.ACCEPT)).isFalse();
        assertThat(bank.act(number, Act.REFUSE)).isFalse();
    }

    @Test
    void an_order_that_is_announced_twice_is_one() {
        Order order = order();
        assertThat(begin(order)).isEqualTo(begin(order));
    }

    @Test
    void nothing_happens_for_a_while_then_the_page_has_expired() {
        Order order = order();
        String number = begin(order);
        assertThat(sandbox.ask(order, number)).isInstanceOf(Asked.NotYet.class);
        jdbc.sql("UPDATE payment.sandbox_order SET begun_at = begun_at - interval '16 minutes' WHERE number = :number")
                .param("number", number)
                .update();
        assertThat(bank.act(number, Act.ACCEPT)).isFalse();
        assertThat(((Asked.Found) sandbox.ask(order, number)).finding().outcome())
                .isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void an_order_that_it_never_heard_of_is_unknown() {
        assertThat(sandbox.ask(order(), "")).isInstanceOf(Asked.Unknown.class);
    }

    @Test
    void it_tries_again_when_the_shop_does_not_answer() {
        answer = 503;
        bank.act(begin(order()), Act.ACCEPT);
        await().until(() -> heard.size() == 1);
        answer = 200;
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            jdbc.sql("UPDATE platform.scheduled_tasks SET execution_time = now() WHERE task_name = ? AND NOT picked")
                    .param(SandboxPost.TASK.getTaskName())
                    .update();
            return heard.size() == 2;
        });
    }

    @Test
    void a_notice_that_was_changed_or_signed_by_another_proves_nothing() {
        bank.act(begin(order()), Act.ACCEPT);
        await().until(() -> heard.size() == 1);
        for (String field : List.of("bank_amount", "bank_state", "bank_reference", "bank_mode", "signature")) {
            Map<String, String> changed = new LinkedHashMap<>(heard.getFirst().parameters());
            changed.put(field, "1");
            assertThat(sandbox.read(new RawNotice(changed, ""))).isEqualTo(new Notice.NotGenuine("signature"));
        }
        assertThat(sandbox.read(new RawNotice(Map.of(), ""))).isInstanceOf(Notice.NotGenuine.class);
    }

    @Test
    void its_page_says_what_is_paid_and_sends_the_browser_back() {
        Order order = order();
        String number = begin(order);
        HttpBrowser browser = new HttpBrowser(port);
        assertThat(browser.get("/demo/banque/" + number).text())
                .contains("412,37", order.reference(), "Loyer", "Aucun argent réel");
        assertThat(browser.post("/demo/banque/" + number, "acte", "ACCEPT").where())
                .isEqualTo("/payer/retour/1");
        assertThat(browser.get("/demo/banque/" + number).text()).contains("Ce paiement est fait");
        await().until(() -> heard.size() == 1);
        assertThat(browser.post("/demo/banque/" + number, "acte", "REFUSE").where())
                .isEqualTo("/demo/banque/" + number);
        assertThat(browser.get("/demo/banque/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private Finding said(RawNotice raw) {
        return ((Notice.Says) sandbox.read(raw)).finding();
    }

    private String begin(Order order) {
        return ((Begun.Ready) sandbox.begin(order)).providerReference();
    }

    private Order order() {
        int next = NEXT.incrementAndGet();
        return new Order(
                new UUID(0, next),
                "SANDBOX%06d".formatted(next),
                "%06d".formatted(next),
                Instant.now(),
                Money.ofCents(412_37),
                null,
                Locale.FRENCH,
                "Loyer",
                URI.create("http://localhost:" + port + "/payer/retour/1"),
                URI.create("http://localhost:" + shop.getAddress().getPort() + "/avis"));
    }
}
