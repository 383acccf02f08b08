package fr.opalconnect.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.kernel.Phone;
import fr.opalconnect.sample.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The telephones of the demonstration: what the sandbox's network brought them.
final class SandboxPhone {
    private static final Pattern CODE = Pattern.compile("#([0-9]{6})\\s*$");
    private final JdbcClient jdbc;

    SandboxPhone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The code in the latest message to somebody, waiting for it as one waits for a text message.
    String lastCode(Cast who) {
        return lastCode(Objects.requireNonNull(who.phone()));
    }

    /// @param written the number, in any spelling
    String lastCode(String written) {
        String number = Objects.requireNonNull(Phone.parse(written, "02000")).e164();
        Instant patience = Instant.now().plus(Duration.ofSeconds(10));
        while (Instant.now().isBefore(patience)) {
            Optional<String> message =
                    jdbc.sql("""
                            SELECT message FROM notification.sandbox_message
                            WHERE recipient = :number AND message ~ '#[0-9]{6}\\s*$' ORDER BY id DESC LIMIT 1
                            """).param("number", number).query(String.class).optional();
            if (message.isPresent()) {
                Matcher code = CODE.matcher(message.get());
                assertThat(code.find())
                        .as("a code at the end of « %s »", message.get())
                        .isTrue();
                return code.group(1);
            }
            pause();
        }
        throw new AssertionError("no message to " + written + " within ten seconds");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
