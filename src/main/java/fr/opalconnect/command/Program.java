package fr.opalconnect.command;

import fr.opalconnect.Opal;
import fr.opalconnect.platform.EmbeddedDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The running program: its database, embedded or not, and the Spring context on it. Closing it stops both.
final class Program implements AutoCloseable {
    private final @Nullable EmbeddedDatabase embedded;
    private final ConfigurableApplicationContext context;

    private Program(@Nullable EmbeddedDatabase embedded, ConfigurableApplicationContext context) {
        this.embedded = embedded;
        this.context = context;
    }

    /// @param settings Spring properties of this start
    /// @param web      whether it answers browsers, or only does one thing and ends
    static Program start(Path data, Map<String, String> settings, boolean web, String... profiles) {
        return start(Opal.class, data, settings, web, profiles);
    }

    private static Program start(
            Class<?> house, Path data, Map<String, String> settings, boolean web, String... profiles) {
        EmbeddedDatabase embedded = null;
        try {
            Map<String, Object> properties = new LinkedHashMap<>(settings);
            String url = DatabaseUrl.given();
            if (url == null) {
                embedded = EmbeddedDatabase.start(data.toAbsolutePath());
                properties.put("spring.datasource.url", embedded.jdbcUrl());
            } else {
                properties.putAll(DatabaseUrl.properties(URI.create(url)));
            }
            SpringApplication application = new SpringApplication(house);
            // First in line: what was typed on the command line wins over files and the environment.
            application.addInitializers(context -> context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("command line", properties)));
            application.setAdditionalProfiles(profiles);
            application.setWebApplicationType(web ? WebApplicationType.SERVLET : WebApplicationType.NONE);
            application.setRegisterShutdownHook(false);
            Program program = new Program(embedded, application.run());
            Runtime.getRuntime().addShutdownHook(new Thread(program::close, "stop"));
            return program;
        } catch (EmbeddedDatabase.Unusable e) {
            throw new Failure(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            stop(embedded);
            throw explained(e, settings);
        }
    }

    /// Only the exchange, for a command that takes one package and ends.
    static Program startExchange(Path data) {
        return start(ExchangeAlone.class, data, Map.of(), false);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /// Waits until somebody stops the program.
    void waitForEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException explained(RuntimeException e, Map<String, String> settings) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return new Failure("Port " + settings.get("server.port")
                        + " is already in use. Stop what uses it, or give another one with --port.");
            }
            if (cause instanceof fr.opalconnect.ui.UnusableBrand brand) {
                return new Failure(String.valueOf(brand.getMessage()));
            }
            if (cause instanceof java.sql.SQLException sql) {
                return new Failure("The database does not answer as it should: " + sql.getMessage());
            }
        }
        return e;
    }

    private static void stop(@Nullable EmbeddedDatabase embedded) {
        if (embedded != null) {
            try {
                embedded.close();
            } catch (java.io.IOException e) {
                System.err.println("PostgreSQL did not stop cleanly: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        context.close();
        stop(embedded);
    }
}
