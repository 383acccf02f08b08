package fr.opalconnect.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.opalconnect.Axe;
import fr.opalconnect.Browser;
import fr.opalconnect.Visit;
import fr.opalconnect.WholeApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class ComponentsTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/demo/composants", "/demo/composants/connecte"})
    void components_have_no_barriers(String path) {
        try (Visit visit = Browser.visit()) {
            visit.page().navigate("http://localhost:" + port + path);
            Axe.check(visit.page());
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
