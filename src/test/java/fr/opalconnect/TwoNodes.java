package fr.opalconnect;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// Two whole applications on one PostgreSQL, as a landlord runs them who wants no interruption.
public final class TwoNodes implements AutoCloseable {
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private final String database;

    /// On a database of their own.
    ///
    /// @param more parts that only the test has
    public TwoNodes(Class<?>... more) {
        this(TestDatabase.create(), more);
    }

    /// On this one.
    ///
    /// @param database its JDBC address
    public TwoNodes(String database, Class<?>... more) {
        this.database = database;
        for (int i = 0; i < 2; i++) {
            nodes.add(start(database, more));
        }
    }

    private static ConfigurableApplicationContext start(String database, Class<?>... more) {
        List<Class<?>> parts = new ArrayList<>(List.of(more));
        parts.add(Opal.class);
        SpringApplication application = new SpringApplication(parts.toArray(Class[]::new));
        application.setAdditionalProfiles("demo");
        application.setRegisterShutdownHook(false);
        return application.run(
                "--server.port=0", "--spring.datasource.url=" + database, "--spring.main.log-startup-info=false");
    }

    public String database() {
        return database;
    }

    /// A part of one of the nodes.
    ///
    /// @param node 0 or 1
    public <T> T get(int node, Class<T> type) {
        return nodes.get(node).getBean(type);
    }

    public int port(int node) {
        return ((WebServerApplicationContext) nodes.get(node)).getWebServer().getPort();
    }

    public void stop(int node) {
        nodes.get(node).close();
    }

    @Override
    public void close() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }
}
