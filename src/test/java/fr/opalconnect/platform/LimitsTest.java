package fr.opalconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.WholeApplication;
import fr.opalconnect.platform.Limits.Answer.Granted;
import fr.opalconnect.platform.Limits.Answer.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class LimitsTest {
    private static final Limit LIMIT = Limit.SIGN_IN_PER_TENANT;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Secrets secrets;

    @Test
    void grants_the_burst_then_says_when_to_come_back() {
        Limits limits = limits();
        for (int i = 0; i < LIMIT.burst(); i++) {
            assertThat(limits.spend(LIMIT, "48213")).isInstanceOf(Granted.class);
        }
        assertThat(limits.spend(LIMIT, "48213")).isEqualTo(new Refused(now.get().plus(LIMIT.interval())));
        assertThat(limits.spend(LIMIT, "another")).isInstanceOf(Granted.class);
    }

    @Test
    void gives_one_back_after_each_interval_and_no_more() {
        Limits limits = limits();
        IntStream.range(0, LIMIT.burst()).forEach(i -> limits.spend(LIMIT, "slow"));
        now.updateAndGet(at -> at.plus(LIMIT.interval()));
        assertThat(limits.spend(LIMIT, "slow")).isInstanceOf(Granted.class);
        assertThat(limits.spend(LIMIT, "slow")).isInstanceOf(Refused.class);
    }

    @Test
    void is_full_again_after_the_whole_period() {
        Limits limits = limits();
        IntStream.range(0, LIMIT.burst() + 5).forEach(i -> limits.spend(LIMIT, "patient"));
        now.updateAndGet(at -> at.plus(LIMIT.period()).plus(Duration.ofSeconds(1)));
        for (int i = 0; i < LIMIT.burst(); i++) {
            assertThat(limits.spend(LIMIT, "patient")).isInstanceOf(Granted.class);
        }
    }

    @Test
    void shares_a_limit_between_nodes_and_never_grants_more_than_the_burst_at_once() {
        long granted = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> limits().spend(LIMIT, "crowd"))
                .filter(Granted.class::isInstance)
                .count();
        assertThat(granted).isEqualTo(LIMIT.burst());
    }

    @Test
    void keeps_no_subject_in_the_clear() {
        limits().spend(LIMIT, "0641207742");
        Long found = jdbc.sql(
                        "SELECT count(*) FROM platform.rate_limit WHERE encode(subject, 'escape') LIKE '%0641207742%'")
                .query(Long.class)
                .single();
        assertThat(found).isZero();
    }

    private Limits limits() {
        InstantSource clock = now::get;
        return new Limits(jdbc, secrets, clock);
    }
}
