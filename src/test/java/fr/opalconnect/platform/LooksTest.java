package fr.opalconnect.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.WholeApplication;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.kernel.StaffRole;
import fr.opalconnect.platform.Looks.Look;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class LooksTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final SignedInStaff CLAIRE = new SignedInStaff(
            new UUID(0, 7), "Claire Lemoine", StaffRole.ADVISER, List.of("LAO"), "LAO01", new UUID(0, 8));

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tells_who_looked_when_at_what_and_why_the_latest_first() {
        at(NOW).look(CLAIRE, "LOOKED-AT", "file", null);
        at(NOW.plusSeconds(60)).look(CLAIRE, "LOOKED-AT", "phone", " Il a appelé ");
        assertThat(at(NOW).at("LOOKED-AT", 10))
                .containsExactly(
                        new Look(
                                NOW.plusSeconds(60),
                                CLAIRE.id(),
                                "Claire Lemoine",
                                "LOOKED-AT",
                                "phone",
                                "Il a appelé"),
                        new Look(NOW, CLAIRE.id(), "Claire Lemoine", "LOOKED-AT", "file", null));
        assertThat(at(NOW).at("LOOKED-AT", 1)).hasSize(1);
        assertThat(at(NOW).at("NOBODY", 10)).isEmpty();
    }

    @Test
    void forgets_what_is_older_than_the_landlord_keeps() {
        Instant longAgo = NOW.minus(4000, ChronoUnit.DAYS);
        at(longAgo).look(CLAIRE, "LONG-AGO", "file", null);
        at(NOW).look(CLAIRE, "LONG-AGO", "file", null);
        assertThat(at(NOW).forgetBefore(longAgo.plusSeconds(1))).isEqualTo(1);
        assertThat(at(NOW).at("LONG-AGO", 10)).hasSize(1);
    }

    private Looks at(Instant now) {
        return new Looks(jdbc, InstantSource.fixed(now));
    }
}
