package fr.opalconnect.command;

import fr.opalconnect.platform.FileIntake;
import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Outlet;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/// The part of the house that an import needs: the exchange, and each module's intake. A command that takes one package
/// need not wait for pages, sessions and jobs. (Not a `@Configuration`: the whole house must not find it.)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@ComponentScan(
        basePackages = "fr.opalconnect",
        useDefaultFilters = false,
        includeFilters = {
            @Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {Intake.class, FileIntake.class, Outlet.class}),
            @Filter(type = FilterType.REGEX, pattern = "fr\\.opalconnect\\.exchange\\.(Imports|Exports)"),
            @Filter(type = FilterType.REGEX, pattern = "fr\\.opalconnect\\.document\\.(DocumentFile|ContentTable)"),
            @Filter(
                    type = FilterType.REGEX,
                    pattern = "fr\\.opalconnect\\.vault\\.(Vault|ObjectTable|KeySet|KeyTable|StoreSetup)"),
            @Filter(type = FilterType.REGEX, pattern = "fr\\.opalconnect\\.platform\\.(Secrets|Sealing)")
        })
@ConfigurationPropertiesScan({"fr.opalconnect.exchange", "fr.opalconnect.document", "fr.opalconnect.vault"})
final class ExchangeAlone {
    @Bean
    static InstantSource clock() {
        return InstantSource.system();
    }
}
