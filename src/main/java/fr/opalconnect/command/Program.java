package fr.opalconnect.command;

import fr.opalconnect.platform.Authorities;
import fr.opalconnect.platform.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The running program: its database, embedded or not, and the Spring context on it. PostgreSQL starts while Spring
/// does. Closing the program, or a signal, stops both, whatever was under way.
final class Program implements AutoCloseable {
    private static volatile boolean stopping;

    private final Progress progress;
    private volatile @Nullable EmbeddedDatabase embedded;
    private volatile @Nullable ConfigurableApplicationContext context;
    private volatile boolean started;

    private Program(Progress progress) {
        this.progress = progress;
    }

    /// Only the exchange, for a command that takes one package and ends.
    static Program startExchange(Path data) {
        return start(Start.exchange(data));
    }

    static Program start(Start start) {
        return start(start, () -> {});
    }

    /// @param meanwhile what else is done while Spring starts, once the data folder is known to be ours
    static Program start(Start start, Runnable meanwhile) {
        // Libraries that talk before Spring has read how to log would talk to the terminal.
        LoggingSystem.get(Program.class.getClassLoader()).beforeInitialize();
        Program program = new Program(start.progress());
        Runtime.getRuntime().addShutdownHook(new Thread(program::stop, "stop"));
        try {
            program.run(start, meanwhile);
            return program;
        } catch (EmbeddedDatabase.Unusable | RuntimeException e) {
            program.close();
            throw Explanation.of(e, start.settings());
        }
    }

    private void run(Start start, Runnable meanwhile) throws EmbeddedDatabase.Unusable {
        Map<String, String> properties = new LinkedHashMap<>(start.settings());
        makeFolder(start.data());
        properties.putIfAbsent(
                "logging.file.name", start.data().resolve("opal.log").toString());
        CompletableFuture<?> database = openDatabase(start.data(), properties);
        Thread.startVirtualThread(meanwhile);
        SpringApplication application = new SpringApplication(start.house());
        application.setDefaultProperties(
                Map.of("opal.vault.folder", start.data().resolve("vault").toString()));
        application.addInitializers(starting -> {
            context = starting;
            Authorities.trust(starting.getEnvironment().getProperty("opal.tls.authorities"));
            starting.getBeanFactory().addBeanPostProcessor(new AfterDatabase(database));
        });
        if (start.profile() == null) {
            application.setWebApplicationType(WebApplicationType.NONE);
        } else {
            application.setAdditionalProfiles(start.profile());
        }
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        // First in line: what was typed on the command line wins over files and the environment.
        context = application.run(properties.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
        started = true;
    }

    /// The server's address is known at once, the server itself comes while Spring starts.
    private CompletableFuture<?> openDatabase(Path data, Map<String, String> properties)
            throws EmbeddedDatabase.Unusable {
        String url = DatabaseUrl.given();
        if (url != null) {
            DatabaseUrl address = DatabaseUrl.of(url);
            properties.putAll(address.settings());
            return CompletableFuture.runAsync(address::check);
        }
        progress.step("Starting PostgreSQL");
        EmbeddedDatabase opened = EmbeddedDatabase.open(data);
        embedded = opened;
        properties.put("spring.datasource.url", opened.jdbcUrl());
        return CompletableFuture.runAsync(() -> {
            try {
                opened.launch();
            } catch (EmbeddedDatabase.Unusable e) {
                throw new CompletionException(e);
            }
        });
    }

    /// Holds whoever first wants to talk to the database until it is there.
    private final class AfterDatabase implements BeanPostProcessor {
        private final CompletableFuture<?> database;

        AfterDatabase(CompletableFuture<?> database) {
            this.database = database;
        }

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof DataSource) {
                database.join();
                progress.step("Building the tables");
            }
            return bean;
        }
    }

    private static void makeFolder(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw unwritable(data);
        }
        // With a database elsewhere, nothing else would look before the log and the vault fail at length.
        for (Path ours : List.of(data, data.resolve("opal.log"), data.resolve("vault"))) {
            if (Files.exists(ours) && !Files.isWritable(ours)) {
                throw unwritable(data);
            }
        }
    }

    private static Failure unwritable(Path path) {
        return new Failure("The data folder " + path + " cannot be written. Give another one with --data.");
    }

    <T> T get(Class<T> type) {
        return Objects.requireNonNull(context).getBean(type);
    }

    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) Objects.requireNonNull(context)).getWebServer())
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

    /// Whether a signal is ending the program: what goes wrong from then on is nobody's fault.
    static boolean isStopping() {
        return stopping;
    }

    private void stop() {
        stopping = true;
        close();
    }

    @Override
    public synchronized void close() {
        // Spring lets nobody close what is still starting; without it the database goes first, and all ends at once.
        if (context != null && started) {
            context.close();
        }
        if (embedded != null) {
            embedded.close();
        }
    }
}
