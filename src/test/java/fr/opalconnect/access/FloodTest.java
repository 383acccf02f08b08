package fr.opalconnect.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.ClockApplication;
import fr.opalconnect.HttpBrowser;
import fr.opalconnect.HttpBrowser.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Hundreds of sign-ins at once cost more hashing than the machine can do. The pages must not notice.
@ClockApplication
class FloodTest {
    private static final int FLOOD = 300;

    @LocalServerPort
    int port;

    @Autowired
    QuickPasswords.Quick passwords;

    @BeforeEach
    void asTheProgramDoes() {
        passwords.workInFull(true);
    }

    @AfterEach
    void quickly() {
        passwords.workInFull(false);
    }

    @Test
    void a_flood_of_sign_ins_does_not_stop_the_pages() throws InterruptedException, ExecutionException {
        List<Long> times = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> flood = new ArrayList<>();
            for (int i = 0; i < FLOOD; i++) {
                HttpBrowser browser = Streets.browser(port);
                String number = "%07d".formatted(600_000 + i);
                flood.add(threads.submit(() -> {
                    browser.get("/connexion");
                    return browser.post("/connexion", "locataire", number, "mot-de-passe", "whatever it may be");
                }));
            }
            HttpBrowser visitor = Streets.browser(port);
            while (flood.stream().anyMatch(each -> !each.isDone())) {
                long begun = System.nanoTime();
                assertThat(visitor.get("/activation").status()).isEqualTo(200);
                times.add(System.nanoTime() - begun);
                Thread.sleep(25);
            }
            for (Future<Answer> each : flood) {
                answers.add(each.get());
            }
        }
        times.sort(null);
        Duration median = Duration.ofNanos(times.get(times.size() / 2));
        System.out.printf(
                "during a flood of %d sign-ins: %d pages, median %d ms, longest %d ms%n",
                FLOOD, times.size(), median.toMillis(), times.getLast() / 1_000_000);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(422, 503));
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).contains("Beaucoup de monde");
            assertThat(answer.body()).contains("value=\"06").doesNotContain("whatever");
        });
        // A page takes a few milliseconds; one hash alone takes thirty, and three hundred of them ten seconds.
        assertThat(median).isLessThan(Duration.ofMillis(500));
    }
}
