package fr.opalconnect.platform;

import fr.opalconnect.kernel.Digits;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Six digits that go to the phone on file.
public record Code(String digits) {
    public static final Duration LIFE = Duration.ofMinutes(10);
    public static final int TRIES = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Code fresh() {
        return new Code("%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    /// What was typed, with spaces, dashes and dots between the digits if somebody likes them.
    ///
    /// @return null when that is not six digits
    public static @Nullable Code read(String typed) {
        String digits = Digits.western(typed).replaceAll("[\\s\\p{Z}.\\-\u2010-\u2015]", "");
        return digits.matches("[0-9]{6}") ? new Code(digits) : null;
    }

    /// Nothing that prints it by accident.
    @Override
    public String toString() {
        return "Code";
    }
}
