package fr.opalconnect.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    @ParameterizedTest
    @CsvSource({
        "21, 8, 2026-11-30T19:59:00Z, ", // 20:59 in Paris
        "21, 8, 2026-11-30T20:00:00Z, 2026-12-01T07:00:00Z",
        "21, 8, 2026-11-30T23:30:00Z, 2026-12-01T07:00:00Z", // after midnight
        "21, 8, 2026-12-01T07:00:00Z, ",
        "13, 15, 2026-12-01T13:00:00Z, 2026-12-01T14:00:00Z",
        "13, 15, 2026-12-01T14:00:00Z, ",
        "0, 0, 2026-12-01T02:00:00Z, ",
        "21, 8, 2026-03-28T21:00:00Z, 2026-03-29T06:00:00Z", // the night that is an hour short
        "21, 8, 2026-10-24T20:00:00Z, 2026-10-25T07:00:00Z", // and the one that is an hour long
        "22, 0, 2026-12-01T21:30:00Z, 2026-12-01T23:00:00Z"
    })
    void they_end_by_the_clock_of_the_dwellings(int from, int to, Instant now, Instant end) {
        assertThat(new QuietHours(from, to).endAfter(now)).isEqualTo(end);
    }
}
