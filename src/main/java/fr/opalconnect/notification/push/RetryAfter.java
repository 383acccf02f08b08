package fr.opalconnect.notification.push;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// How long a server wants to be left alone (RFC 9110 §10.2.3): seconds, or a date.
final class RetryAfter {
    private RetryAfter() {}

    /// @return null when it does not say, or not so that it can be understood
    static @Nullable Duration in(HttpResponse<?> response, InstantSource clock) {
        String said = response.headers().firstValue("Retry-After").orElse("").strip();
        if (said.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(said));
        }
        try {
            Duration pause = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
