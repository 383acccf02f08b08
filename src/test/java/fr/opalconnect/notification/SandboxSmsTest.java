package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.SandboxSms;
import fr.opalconnect.notification.sms.SmsGateway.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxSmsTest {
    private static final Phone PHONE = new Phone("+33641207742", Phone.Kind.MOBILE);
    private static final Phone GONE = new Phone("+33699999999", Phone.Kind.MOBILE);

    private final List<String> screen = new ArrayList<>();

    @Test
    void a_message_ends_on_the_screen() {
        assertThat(network(Duration.ZERO).send(PHONE, "OPAL : 407123", Duration.ofMinutes(10)))
                .isEqualTo(new Answer.Taken("sandbox-1"));
        assertThat(screen).containsExactly("+33641207742 OPAL : 407123");
    }

    @Test
    void a_number_that_the_settings_name_is_refused() {
        assertThat(network(Duration.ZERO).send(GONE, "OPAL : 407123", Duration.ofMinutes(10)))
                .isEqualTo(new Answer.Refused("number not in service"));
        assertThat(screen).isEmpty();
    }

    @Test
    void it_is_as_slow_as_it_is_told_to_be() {
        long begun = System.nanoTime();
        network(Duration.ofMillis(50)).send(PHONE, "OPAL : 407123", Duration.ofMinutes(10));
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(50_000_000);
    }

    private SandboxSms network(Duration delay) {
        SandboxSms.Screen shown = (to, text) -> {
            screen.add(to.e164() + " " + text);
            return screen.size();
        };
        return new SandboxSms(shown, Set.of(GONE.e164()), delay);
    }
}
