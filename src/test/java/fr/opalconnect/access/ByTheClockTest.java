package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.MovableClock;
import fr.opalconnect.access.Neighbours.Neighbour;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the program forgets every night, and what it watches.
@ClockApplication
class ByTheClockTest {
    @LocalServerPort
    int port;

    @Autowired
    Neighbours neighbours;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CodeWatch watch;

    @Autowired
    Map<String, RecurringTask<Void>> tasks;

    @Test
    void what_has_ended_is_forgotten() throws InterruptedException {
        Neighbour odile = neighbours.withMobile();
        HttpBrowser browser = Streets.browser(port);
        neighbours.activate(browser, odile, Neighbours.GOOD_PASSWORD);
        run("forgetClaimsAndSessions");
        assertThat(rows("access.activation")).isPositive();
        assertThat(browser.get("/profil").status()).isEqualTo(200);

        clock.forward(Duration.ofDays(31));
        run("forgetClaimsAndSessions");
        run("forgetDeliveries");
        run("forgetFullLimits");
        assertThat(rows("access.activation")).isZero();
        assertThat(rows("access.one_time_code")).isZero();
        assertThat(rows("access.session")).isZero();
        assertThat(rows("notification.delivery WHERE state <> 'STAGED'")).isZero();
        assertThat(rows("platform.rate_limit")).isZero();
        assertThat(rows("access.login")).isPositive();
    }

    @Test
    void it_rings_when_many_codes_go_out_and_few_come_back() {
        clock.forward(Duration.ofHours(2));
        assertThat(watch.look()).isFalse();
        for (int i = 0; i < 40; i++) {
            Neighbour neighbour = neighbours.withMobile();
            HttpBrowser browser = Streets.browser(port);
            browser.get("/activation");
            browser.post("/activation", "locataire", neighbour.tenant(), "logement", neighbour.dwelling());
        }
        assertThat(watch.look()).isTrue();
        clock.forward(Duration.ofHours(2));
        assertThat(watch.look()).isFalse();
    }

    private void run(String task) {
        @Nullable ExecutionContext none = null;
        tasks.get(task).executeRecurringly(tasks.get(task).instance("now"), none);
    }

    private int rows(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
