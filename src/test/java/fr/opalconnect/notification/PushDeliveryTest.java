package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Emptied;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.WholeApplication;
import fr.opalconnect.access.AtHome;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.kernel.Money;
import fr.opalconnect.kernel.TenantNumber;
import fr.opalconnect.notification.push.BrowserKeys;
import fr.opalconnect.notification.push.PushService;
import fr.opalconnect.sample.Cast;
import fr.opalconnect.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The whole way to a phone: switched on in the app, told, decided, sent by the job to a push service, read by the
/// browser that alone can; and what happens when the push service does not want it.
@WholeApplication
class PushDeliveryTest {
    private static final TenantNumber NADIA = Cast.NADIA_BENALI.tenant();
    private static final PushService SERVICE = PushService.OF_ALL;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext program;

    @Autowired
    private Notifications notifications;

    @Autowired
    private ChoiceTable choices;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private JdbcClient jdbc;

    private final String path = "/" + UUID.randomUUID();
    private final BrowserKeys keys = BrowserKeys.fresh();

    @BeforeEach
    void onePhoneIsOn() {
        DemoLandlord.bringInto(program.getBean(Imports.class));
        new Telling(program).clear();
        program.getBean(Readers.class).join(NADIA);
        choices.put(NADIA, Choices.NONE);
        Emptied.by(jdbc, "DELETE FROM tenancy.unread"); // letters that others began
        Emptied.by(jdbc, "DELETE FROM notification.sandbox_mail");
        switchOn(path, keys);
    }

    @Test
    void a_phone_reads_what_its_tenant_is_told() throws Exception {
        tell();
        PushService.Message message =
                await(() -> messages(path).isEmpty() ? null : messages(path).getFirst());
        Map<?, ?> words = JsonMapper.builder().build().readValue(keys.read(message.body()), Map.class);
        assertThat(words.get("title")).isEqualTo("OPAL Connect’");
        assertThat(words.get("body")).isEqualTo("Votre paiement du 1er décembre est bien arrivé.");
        assertThat(words.get("url")).isEqualTo("/paiements");
        assertThat(words.get("unread")).isEqualTo(1);
        assertThat(message.header("Urgency")).isEqualTo("normal");
        assertThat(Integer.parseInt(message.header("TTL"))).isBetween(170_000, 172_800);
        assertThat(await(() -> ended("PUSH"))).isEqualTo("SENT|https://push.example/message/1|");
        assertThat(of("MAIL")).isEmpty();
        assertThat(jdbc.sql("SELECT ok_at IS NOT NULL FROM notification.push_subscription")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void the_last_phone_that_is_gone_is_dropped_and_an_e_mail_says_it_instead() {
        for (int gone : List.of(410, 404)) {
            onePhoneIsOn();
            SERVICE.next(gone, "");
            tell();
            assertThat(await(() -> ended("MAIL"))).startsWith("SENT");
            assertThat(ended("PUSH")).isEqualTo("REFUSED||switched off on the phone");
            assertThat(phones()).isZero();
            assertThat(letters()).containsExactly("Paiement bien reçu");
        }
    }

    @Test
    void a_phone_that_is_gone_does_not_keep_the_other_from_being_told() {
        String other = "/" + UUID.randomUUID();
        switchOn(other, BrowserKeys.fresh());
        SERVICE.next(410, "");
        tell();
        assertThat(await(() -> ended("PUSH"))).startsWith("SENT");
        assertThat(messages(path)).hasSize(1);
        assertThat(messages(other)).hasSize(1);
        assertThat(phones()).isEqualTo(1);
        assertThat(of("MAIL")).isEmpty();
    }

    @Test
    void a_push_service_that_is_busy_is_left_alone_for_as_long_as_it_asks_and_then_tried_again() {
        SERVICE.next(429, "120").next(503, "");
        Instant before = Instant.now();
        tell();
        assertThat(await(this::again))
                .isBetween(before.plusSeconds(120), Instant.now().plusSeconds(120));
        before = Instant.now();
        itIsTime();
        assertThat(await(this::again))
                .isBetween(before.plusSeconds(20), Instant.now().plusSeconds(20));
        itIsTime();
        assertThat(await(() -> ended("PUSH"))).startsWith("SENT");
        assertThat(messages(path)).hasSize(3);
        assertThat(phones()).isEqualTo(1);
        assertThat(of("MAIL")).isEmpty();
    }

    @Test
    void what_no_push_service_took_in_time_goes_by_e_mail() {
        SERVICE.next(500, "");
        tell();
        await(this::again);
        tooLate();
        assertThat(await(() -> ended("MAIL"))).startsWith("SENT");
        assertThat(ended("PUSH")).isEqualTo("EXPIRED||not sent in time");
        assertThat(letters()).containsExactly("Paiement bien reçu");
    }

    @Test
    void the_next_way_keeps_the_quiet_hours_and_the_one_e_mail_of_the_day() {
        int hour = Instant.now().atZone(Texts.ZONE).getHour();
        SERVICE.next(500, "");
        tell();
        await(this::again);
        choices.put(NADIA, Choices.NONE.with(new QuietHours(hour, (hour + 2) % 24)));
        tooLate();
        await(() -> of("MAIL").isEmpty() ? null : "staged");
        assertThat(at("notification.mail")).isEqualTo(new QuietHours(hour, (hour + 2) % 24).endAfter(Instant.now()));

        onePhoneIsOn();
        SERVICE.next(500, "");
        tell();
        await(this::again);
        choices.put(NADIA, Choices.NONE.withDaily(true));
        tooLate();
        await(() -> jdbc.sql("SELECT evening FROM notification.told")
                        .query(Boolean.class)
                        .single()
                ? "evening"
                : null);
        assertThat(of("MAIL")).isEmpty();
    }

    private void switchOn(String where, BrowserKeys browser) {
        HttpBrowser phone = AtHome.signedIn(program, port, Cast.NADIA_BENALI);
        assertThat(phone.post(
                                "/notifications/appareils",
                                "adresse",
                                SERVICE.origin() + where,
                                "p256dh",
                                browser.p256dh(),
                                "auth",
                                browser.auth())
                        .status())
                .isEqualTo(204);
    }

    private void tell() {
        notifications.tell(
                NADIA,
                Kind.PAYMENT_RECEIVED,
                Facts.of("push", "/paiements").with(Money.ofCents(25090)).with(LocalDate.of(2026, 12, 1)));
    }

    private static List<PushService.Message> messages(String where) {
        return SERVICE.messages.stream()
                .filter(message -> message.path().equals(where))
                .toList();
    }

    /// When a task runs next; null while it runs.
    private @Nullable Instant at(String task) {
        return jdbc.sql("SELECT execution_time FROM platform.scheduled_tasks WHERE task_name = :task AND NOT picked")
                .param("task", task)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /// When it is tried again; null until it is put off.
    private @Nullable Instant again() {
        Instant next = at("notification.push");
        return next != null && next.isAfter(Instant.now()) ? next : null;
    }

    private void itIsTime() {
        jdbc.sql("UPDATE platform.scheduled_tasks SET execution_time = now() WHERE task_name = 'notification.push'")
                .update();
        scheduler.triggerCheckForDueExecutions();
    }

    private void tooLate() {
        jdbc.sql("UPDATE notification.delivery SET valid_until = now() WHERE channel = 'PUSH'")
                .update();
        itIsTime();
    }

    private @Nullable String ended(String channel) {
        return of(channel).stream()
                .filter(row -> !row.startsWith("STAGED"))
                .findFirst()
                .orElse(null);
    }

    private List<String> of(String channel) {
        return jdbc.sql("SELECT concat(state, '|', reference, '|', reason) FROM notification.delivery"
                        + " WHERE tenant_number IS NOT NULL AND channel = :channel")
                .param("channel", channel)
                .query(String.class)
                .list();
    }

    private int phones() {
        return jdbc.sql("SELECT count(*) FROM notification.push_subscription")
                .query(Integer.class)
                .single();
    }

    private List<String> letters() {
        return jdbc.sql("SELECT subject FROM notification.sandbox_mail")
                .query(String.class)
                .list();
    }

    private static <T> T await(Supplier<@Nullable T> seen) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(10));
        T found = seen.get();
        while (found == null && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(10_000_000);
            found = seen.get();
        }
        assertThat(found).isNotNull();
        return found;
    }
}
