package fr.opalconnect.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import fr.opalconnect.kernel.Phone;
import fr.opalconnect.notification.sms.SandboxSms;
import fr.opalconnect.notification.sms.SandboxSms.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// What telling people by text message needs, with its jobs and without the web: it is there within a second. Its
/// sandbox writes what phones show into a table of its own (`public.shown`), as another firm's program would.
final class SmallPost {
    /// Long enough that a program is often killed while a message is with the gateway.
    private static final Duration GATEWAY = Duration.ofMillis(20);

    private SmallPost() {}

    static AnnotationConfigApplicationContext on(String database) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database);
        source.setUsername("postgres");
        source.setMaximumPoolSize(12);
        source.setMinimumIdle(1);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "post", Map.of("opal.brand.sender", "OPAL", "opal.sms.resend-after", "200ms")));
        context.register(Transactions.class);
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(InstantSource.class, InstantSource::system);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        // The landlord's money would end before the test.
        context.registerBean(SmsSending.Purse.class, () -> (to, urgent) -> null);
        context.registerBean(SmsWays.class, () -> ways(context));
        context.registerBean(Scheduler.class, () -> scheduler(context, source));
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.getBeanDefinitionDefaults().setLazyInit(true);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
        // The one would start by itself, and nobody listens here; the other has its stand-in.
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.(Listening|SmsSpending)")));
        scanner.scan(
                "fr.opalconnect.notification",
                "fr.opalconnect.tenancy",
                "fr.opalconnect.platform",
                "fr.opalconnect.ui");
        context.refresh();
        return context;
    }

    /// One connection in forty breaks after the message was taken.
    private static SmsWays ways(AnnotationConfigApplicationContext context) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        SandboxSms sandbox = new SandboxSms(
                "sandbox",
                (to, text) -> show(jdbc, to, text),
                () -> ThreadLocalRandom.current().nextInt(40) == 0 ? Fault.DROPPED : Fault.NONE,
                context.getBean(SmsReceipts.class),
                new SandboxSms.Manners(Set.of(), GATEWAY, Duration.ofMillis(20), Duration.ZERO),
                InstantSource.system());
        return new SmsWays(
                List.of(new SmsWay("sandbox", sandbox)),
                context.getBean(SmsGatewayTable.class),
                context.getBean(SmsSwitch.class),
                context.getBean(SmsSettings.class),
                InstantSource.system());
    }

    private static long show(JdbcClient jdbc, Phone to, String text) {
        return jdbc.sql("INSERT INTO public.shown (recipient, message) VALUES (:to, :text) RETURNING id")
                .param("to", to.e164())
                .param("text", text)
                .query(Long.class)
                .single();
    }

    /// Who dies is missed within a second.
    private static Scheduler scheduler(AnnotationConfigApplicationContext context, DataSource source) {
        NotificationSetup tasks = new NotificationSetup();
        return Scheduler.create(
                        new TransactionAwareDataSourceProxy(source),
                        tasks.smsTask(context.getBean(SmsJob.class)),
                        tasks.dispatchTask(context.getBeanProvider(DispatchJob.class)))
                .tableName("platform.scheduled_tasks")
                .threads(4)
                .pollingInterval(Duration.ofMillis(100))
                .heartbeatInterval(Duration.ofMillis(100))
                .missedHeartbeatsLimit(4)
                .enableImmediateExecution()
                .build();
    }

    /// Not a `@Configuration`: the whole program's tests must not find it.
    @EnableTransactionManagement
    @ConfigurationPropertiesScan({"fr.opalconnect.notification", "fr.opalconnect.ui"})
    static class Transactions {
        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        TransactionTemplate template(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }
}
