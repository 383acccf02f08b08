package fr.opalconnect;

import static org.springframework.test.context.TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS;

import fr.opalconnect.access.QuickPasswords;
import fr.opalconnect.notification.push.PushService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.TestExecutionListeners;

/// The whole program on a real PostgreSQL, answering on a port of its own (`@LocalServerPort`), as the demo starts it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Opal.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // When all tests are over, what they ran on just ends: nobody waits for its jobs.
        properties = "spring.main.register-shutdown-hook=false")
@ContextConfiguration(initializers = WholeApplication.OnTestDatabase.class)
@ActiveProfiles("demo")
@Import(QuickPasswords.class)
@TestExecutionListeners(listeners = WholeApplication.FreshLimits.class, mergeMode = MERGE_WITH_DEFAULTS)
public @interface WholeApplication {
    /// Classes share a program: none begins with what another has spent.
    final class FreshLimits implements TestExecutionListener {
        @Override
        public void beforeTestClass(TestContext test) {
            JdbcClient jdbc = test.getApplicationContext().getBean(JdbcClient.class);
            Emptied.by(jdbc, "DELETE FROM platform.rate_limit");
            // Nor with a debt that another has paid, or spread.
            Emptied.by(jdbc, "DELETE FROM account.coming_payment");
            Emptied.by(jdbc, "TRUNCATE plan.plan CASCADE");
        }
    }

    /// Gives each application context a database of its own.
    final class OnTestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test database",
                            java.util.Map.of(
                                    "spring.datasource.url",
                                    TestDatabase.create(),
                                    // A dozen programs live side by side in a run, and few are asked much at once.
                                    "spring.datasource.hikari.minimum-idle",
                                    "2",
                                    "opal.push.hosts",
                                    "fcm.googleapis.com," + PushService.OF_ALL.origin(),
                                    "opal.vault.folder",
                                    TestFolder.create().toString())));
        }
    }
}
