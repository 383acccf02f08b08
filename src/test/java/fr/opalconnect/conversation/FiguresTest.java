package fr.opalconnect.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void half_are_no_slower_than_the_median_and_nine_of_ten_than_the_ninth_decile() {
        assertThat(Figures.share(hours(10), 50)).isEqualTo(Duration.ofHours(5));
        assertThat(Figures.share(hours(10), 90)).isEqualTo(Duration.ofHours(9));
        assertThat(Figures.share(hours(11), 50)).isEqualTo(Duration.ofHours(6));
        assertThat(Figures.share(hours(1), 50)).isEqualTo(Duration.ofHours(1));
        assertThat(Figures.share(hours(1), 90)).isEqualTo(Duration.ofHours(1));
        assertThat(Figures.share(List.of(), 90)).isZero();
    }

    private static List<Duration> hours(long most) {
        return LongStream.rangeClosed(1, most).mapToObj(Duration::ofHours).toList();
    }
}
