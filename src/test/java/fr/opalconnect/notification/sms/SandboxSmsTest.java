package fr.opalconnect.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.Receipt.Failure;
import fr.opalconnect.notification.sms.Receipt.Outcome;
import fr.opalconnect.notification.sms.SandboxSms.Fault;
import fr.opalconnect.notification.sms.SmsGateway.Answer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SandboxSmsTest {
    private static final Phone PHONE = new Phone("+33641207742", Phone.Kind.MOBILE);
    private static final Phone GONE = new Phone("+33699999999", Phone.Kind.MOBILE);

    private final List<String> screen = new ArrayList<>();
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private Fault weather = Fault.NONE;

    @Test
    void a_message_ends_on_the_screen() throws InterruptedException {
        try (SandboxSms network = network(Duration.ZERO)) {
            assertThat(send(network, PHONE)).isEqualTo(new Answer.Taken("sandbox-1"));
            assertThat(screen).containsExactly("+33641207742 OPAL : 407123");
            assertThat(told(1)).extracting(Receipt::outcome).containsExactly(Outcome.DELIVERED);
        }
    }

    @Test
    void a_number_that_the_settings_name_is_refused() {
        try (SandboxSms network = network(Duration.ZERO)) {
            assertThat(send(network, GONE)).isEqualTo(new Answer.Refused("number not in service"));
            assertThat(screen).isEmpty();
        }
    }

    @Test
    void it_is_as_slow_as_it_is_told_to_be() {
        try (SandboxSms network = network(Duration.ofMillis(50))) {
            long begun = System.nanoTime();
            send(network, PHONE);
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(50_000_000);
        }
    }

    @Test
    void it_can_be_as_bad_as_a_real_one() throws InterruptedException {
        try (SandboxSms network = network(Duration.ZERO)) {
            assertThat(under(Fault.REFUSED, network)).isInstanceOf(Answer.Refused.class);
            assertThat(under(Fault.THROTTLED, network)).isInstanceOf(Answer.Busy.class);
            assertThat(under(Fault.AWAY, network)).isInstanceOf(Answer.Unreachable.class);
            assertThat(under(Fault.NEVER, network)).isInstanceOf(Answer.Taken.class);
            assertThat(screen).isEmpty();
            assertThat(under(Fault.DROPPED, network)).isInstanceOf(Answer.Unknown.class);
            assertThat(screen).as("it was taken all the same").hasSize(1);
            assertThat(under(Fault.PHONE_OFF, network)).isInstanceOf(Answer.Taken.class);
            assertThat(screen).hasSize(1);
            assertThat(told(1)).extracting(Receipt::failure).containsExactly(Failure.PHONE_OFF);
            assertThat(under(Fault.TWICE, network)).isInstanceOf(Answer.Taken.class);
            List<Receipt> twice = told(3);
            assertThat(twice.get(1).reference()).isEqualTo(twice.get(2).reference());
            under(Fault.LATE, network);
            assertThat(told(4)).hasSize(4);
        }
    }

    private Answer under(Fault fault, SandboxSms network) {
        weather = fault;
        return send(network, PHONE);
    }

    private static Answer send(SandboxSms network, Phone to) {
        return network.send(to, "OPAL : 407123", Duration.ofMinutes(10));
    }

    private List<Receipt> told(int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (receipts.size() < count && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        return receipts;
    }

    private SandboxSms network(Duration delay) {
        SandboxSms.Screen shown = (to, text) -> {
            screen.add(to.e164() + " " + text);
            return screen.size();
        };
        return new SandboxSms(
                "sandbox",
                shown,
                () -> weather,
                (gateway, receipt) -> receipts.add(receipt),
                new SandboxSms.Manners(Set.of(GONE.e164()), delay, Duration.ofMillis(5), Duration.ofMillis(20)),
                InstantSource.system());
    }
}
