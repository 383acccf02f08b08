package fr.opalconnect.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import fr.opalconnect.DemoLandlord;
import fr.opalconnect.Opal;
import fr.opalconnect.RoundTrips;
import fr.opalconnect.TestDatabase;
import fr.opalconnect.Visitor;
import fr.opalconnect.exchange.Imports;
import fr.opalconnect.sample.Cast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// What a page costs PostgreSQL, session included, counted on the wire.
@SpringBootTest(classes = Opal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RoundTripsTest.ThroughTheCounter.class)
@ActiveProfiles("demo")
class RoundTripsTest {
    private static final int MOST = 3;
    private static RoundTrips trips;

    static final class ThroughTheCounter implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                trips = new RoundTrips(TestDatabase.create());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("counted", Map.of("spring.datasource.url", trips.jdbcUrl())));
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Imports imports;

    @ParameterizedTest
    @ValueSource(strings = {"/accueil", "/compte", "/compte?annee=2025", "/profil"})
    void a_page_costs_at_most_three_round_trips(String path) {
        DemoLandlord.bringInto(imports);
        Newcomers.all(jdbc);
        try (Walk walk = new Walk(port, Visitor.PHONE, new SandboxPhone(jdbc))) {
            walk.activate(Cast.NADIA_BENALI);
            // Jobs that wake up meanwhile talk to the database too: the cheapest of a few visits is the page's own
            // cost.
            long cost = LongStream.range(0, 8).map(i -> visit(walk, path)).min().orElseThrow();
            assertThat(cost).isBetween(2L, (long) MOST);
        }
    }

    private long visit(Walk walk, String path) {
        long before = trips.soFar();
        APIResponse answer = walk.page().request().get("http://localhost:" + port + path);
        assertThat(answer.status()).isEqualTo(200);
        return trips.soFar() - before;
    }
}
