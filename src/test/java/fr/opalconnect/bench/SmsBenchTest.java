package fr.opalconnect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HowOften;
import fr.opalconnect.bench.BadLine.Faults;
import fr.opalconnect.notification.SmsTrial;
import fr.opalconnect.notification.sms.Centre;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/// `./opal bench sms` in small, with more trouble: over centres of two makers.
@ClockApplication
class SmsBenchTest {
    private static final Faults BAD = new Faults(60, 15, 15, 60, 60);

    @Autowired
    SmsTrial trial;

    @Test
    void none_is_lost_and_none_is_sent_twice_without_a_reason() throws IOException, InterruptedException {
        assertThat(run(of(300), null)).contains("\"lost\": 0", "\"twice_without_a_reason\": 0", "\"held\": true");
    }

    /// In `./opal prove`: how that centre is spoken to, SmppSmsTest shows each time.
    @Test
    @EnabledIfSystemProperty(named = "prove", matches = "true")
    void the_same_with_the_centre_of_npm() throws IOException, InterruptedException {
        try (Centre node = Centre.node("bench")) {
            assertThat(run(of(200), node.address())).contains("\"held\": true");
        }
    }

    private static int of(int messages) {
        return (int) HowOften.of("notification.trial", messages / 2, messages);
    }

    private String run(int count, @Nullable InetSocketAddress centre) throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        new SmsBench(trial, BAD, BAD, print).run(count, centre);
        String told = out.toString(StandardCharsets.UTF_8);
        System.out.println(told.lines().toList().getLast());
        return told;
    }
}
