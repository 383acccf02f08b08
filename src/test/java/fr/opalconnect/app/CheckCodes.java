package fr.opalconnect.app;

import fr.opalconnect.app.CheckCode.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The codes that both sides are held to: the script that writes them in a browser, and the desk that reads them.
public final class CheckCodes {
    private static final JsonMapper JSON = new JsonMapper();

    /// As the script takes it; [#at] is when the check was made.
    public record Case(
            String reach,
            String version,
            boolean tooOld,
            String browser,
            String device,
            boolean installed,
            String keeping,
            Instant at,
            String code) {
        boolean is(Finding finding) {
            return finding.reach().name().equals(reach.toUpperCase(Locale.ROOT))
                    && finding.version().name().equals(version.toUpperCase(Locale.ROOT))
                    && finding.tooOld() == tooOld
                    && finding.browser().name().equals(browser.toUpperCase(Locale.ROOT))
                    && finding.device().name().equals(device.toUpperCase(Locale.ROOT))
                    && finding.installed() == installed
                    && finding.keeping().name().equals(keeping.toUpperCase(Locale.ROOT))
                    && !at.isBefore(finding.from())
                    && at.isBefore(finding.from().plus(CheckCode.SLOT));
        }

        /// Whether the desk reads a code as this, at the moment when it was made.
        public boolean isReadFrom(String typed) {
            return CheckCode.read(typed, at) instanceof Answer.Found found && is(found.finding());
        }

        /// As an object of the script.
        public String script() {
            return "({reach:'%s',version:'%s',tooOld:%s,browser:'%s',device:'%s',installed:%s,keeping:'%s',at:%d})"
                    .formatted(reach, version, tooOld, browser, device, installed, keeping, at.toEpochMilli());
        }
    }

    private CheckCodes() {}

    static List<Case> written() throws IOException {
        try (InputStream in = CheckCodes.class.getResourceAsStream("check-codes.json")) {
            return Arrays.asList(JSON.readValue(Objects.requireNonNull(in), Case[].class));
        }
    }

    /// Those written down, and others without a code, the same each time.
    public static List<Case> all() throws IOException {
        Random random = new Random(6);
        return Stream.concat(
                        written().stream(),
                        Stream.generate(() -> new Case(
                                        any(random, Finding.Reach.values()),
                                        any(random, Finding.Version.values()),
                                        random.nextBoolean(),
                                        any(random, Finding.Browser.values()),
                                        any(random, Finding.Device.values()),
                                        random.nextBoolean(),
                                        any(random, Finding.Keeping.values()),
                                        Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L)),
                                        ""))
                                .limit(300))
                .toList();
    }

    private static String any(Random random, Enum<?>[] values) {
        return values[random.nextInt(values.length)].name().toLowerCase(Locale.ROOT);
    }
}
