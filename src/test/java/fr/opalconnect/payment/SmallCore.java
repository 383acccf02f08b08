package fr.opalconnect.payment;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import fr.opalconnect.notification.NoTexts;
import fr.opalconnect.payment.provider.PaymentProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// What payments need, without the web: it is there within a second.
final class SmallCore {
    private SmallCore() {}

    static AnnotationConfigApplicationContext on(String database, InstantSource clock) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database);
        source.setUsername("postgres");
        source.setMaximumPoolSize(8);
        source.setMinimumIdle(1);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(Transactions.class);
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(InstantSource.class, () -> clock);
        // Jobs are staged, and nobody runs them.
        context.registerBean(
                Scheduler.class,
                () -> Scheduler.create(source)
                        .tableName("platform.scheduled_tasks")
                        .build());
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(CardRules.class, () -> new CardRules(500, 1_000_000, 2, Duration.ofDays(2)));
        context.registerBean(PaymentProvider.class, () -> new ModelBank(JdbcClient.create(source), null));
        NoTexts.in(context);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.getBeanDefinitionDefaults().setLazyInit(true);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
        // It would start by itself, and nobody listens here.
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.Listening")));
        scanner.scan(
                "fr.opalconnect.payment",
                "fr.opalconnect.account",
                "fr.opalconnect.notification",
                "fr.opalconnect.tenancy",
                "fr.opalconnect.platform",
                "fr.opalconnect.ui");
        context.refresh();
        return context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ConfigurationPropertiesScan("fr.opalconnect.notification")
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
