package fr.opalconnect;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// The whole program on a real PostgreSQL, answering on a port of its own (`@LocalServerPort`), as the demo starts it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Opal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = WholeApplication.OnTestDatabase.class)
@ActiveProfiles("demo")
public @interface WholeApplication {
    /// Gives each application context a database of its own.
    final class OnTestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test database", java.util.Map.of("spring.datasource.url", TestDatabase.create())));
        }
    }
}
