package fr.opalconnect.notification;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.Notifications.State;
import fr.opalconnect.notification.sms.SmppAccount;
import fr.opalconnect.notification.sms.SmppSms;
import fr.opalconnect.notification.sms.SmsGateway;
import fr.opalconnect.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sends many messages through two message centres as the program does, without the scheduler and the limits, and says
/// what our books hold of each: what `./opal bench sms` shows and a test holds.
@Component
public class SmsTrial {
    /// What the books say of one message.
    ///
    /// @param code  whether somebody waited for it
    /// @param again how often it was handed over once more without anybody knowing about the time before
    public record Booked(String number, boolean code, State state, int again) {}

    private static final Duration CODE = Duration.ofMinutes(10);
    private static final Duration NEWS = Duration.ofHours(12);
    private static final Duration RESEND = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(4);
    private static final int AT_ONCE = 60;

    private final DeliveryTable deliveries;
    private final Handovers handovers;
    private final SmsReceipts receipts;
    private final Tools tools;
    private final InstantSource clock;

    /// What else it takes.
    @Component
    record Tools(SmsGatewayTable health, SmsSwitch power, JdbcClient jdbc) {}

    SmsTrial(DeliveryTable deliveries, Handovers handovers, SmsReceipts receipts, Tools tools, InstantSource clock) {
        this.deliveries = deliveries;
        this.handovers = handovers;
        this.receipts = receipts;
        this.tools = tools;
        this.clock = clock;
    }

    /// Every second message is a code, the others are news.
    ///
    /// @param first  where the first gateway is reached, and the second one's
    /// @param secret of both, for who is called `bench`
    public List<Booked> run(int count, int first, int second, String secret) throws InterruptedException {
        Instant since = clock.instant();
        Map<UUID, String> numbers = new ConcurrentHashMap<>();
        try (SmsWays ways = ways(first, second, secret)) {
            SmsSending sending = new SmsSending(handovers, ways, (phone, urgent) -> null, settings(), clock);
            Semaphore room = new Semaphore(AT_ONCE);
            try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < count; i++) {
                    int number = i;
                    room.acquire();
                    people.execute(() -> {
                        try {
                            one(number, sending, numbers);
                        } finally {
                            room.release();
                        }
                    });
                }
            }
            hearOut(since);
        }
        return booked(since, numbers);
    }

    private void one(int index, SmsSending sending, Map<UUID, String> numbers) {
        Phone to = new Phone("+336%08d".formatted(index), Phone.Kind.MOBILE);
        UUID id = Ids.next(clock);
        numbers.put(id, to.e164().substring(1));
        Instant now = clock.instant();
        deliveries.stage(id, to, "OPAL : 407123 est votre code.", now, now.plus(index % 2 == 0 ? CODE : NEWS));
        try {
            for (Delivery left = deliveries.findStaged(id); left != null; left = deliveries.findStaged(id)) {
                Instant again = sending.deliver(left);
                if (again != null) {
                    Thread.sleep(Duration.between(clock.instant(), again).plusMillis(1));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Until all is told, or nothing more has been told for a while.
    private void hearOut(Instant since) throws InterruptedException {
        long open = -1;
        Instant last = clock.instant();
        while (open != 0 && clock.instant().isBefore(last.plus(SILENCE))) {
            Thread.sleep(200);
            receipts.matchAll();
            long now = tools.jdbc()
                    .sql("SELECT count(*) FROM notification.delivery WHERE staged_at >= :since AND state = 'SENT'")
                    .param("since", since.atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
            if (now != open) {
                open = now;
                last = clock.instant();
            }
        }
    }

    private List<Booked> booked(Instant since, Map<UUID, String> numbers) {
        Map<UUID, Booked> all = new HashMap<>();
        tools.jdbc().sql("""
                        SELECT d.id, d.state, d.valid_until - d.staged_at <= interval '1 hour' AS code,
                               (SELECT count(*) FROM notification.handover h WHERE h.delivery_id = d.id AND h.again) AS again
                        FROM notification.delivery d WHERE d.staged_at >= :since
                        """).param("since", since.atOffset(ZoneOffset.UTC)).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            String number = numbers.get(id);
            if (number != null) {
                all.put(
                        id,
                        new Booked(
                                number, row.getBoolean("code"), State.of(row.getString("state")), row.getInt("again")));
            }
        });
        return new ArrayList<>(all.values());
    }

    private SmsWays ways(int first, int second, String secret) throws InterruptedException {
        List<SmsWay> both = List.of(
                new SmsWay("trial-1", centre("trial-1", first, secret)),
                new SmsWay("trial-2", centre("trial-2", second, secret)));
        SmsWays ways = new SmsWays(both, tools.health(), tools.power(), settings(), clock);
        Thread.sleep(500);
        return ways;
    }

    private SmsGateway centre(String name, int port, String secret) {
        SmppAccount account = new SmppAccount(
                "localhost",
                port,
                false,
                "bench",
                secret,
                "",
                new SmppAccount.Sender("OPAL", 5, 0),
                3,
                20,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                new SmppAccount.Wording(
                        SmppAccount.Letters.UNPACKED, SmppAccount.Splitting.UDH, SmppAccount.Validity.RELATIVE),
                ZoneOffset.systemDefault());
        return new SmppSms(name, account, receipts, clock);
    }

    private static SmsSettings settings() {
        return new SmsSettings(
                SmsSettings.Gateway.NONE,
                List.of(),
                List.of("33"),
                RESEND,
                0.1,
                50,
                Set.of(),
                Duration.ZERO,
                Duration.ZERO,
                null,
                null);
    }
}
