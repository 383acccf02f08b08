package fr.opalconnect.command;

import fr.opalconnect.platform.Intake;
import fr.opalconnect.platform.Outlet;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/// The part of the house that an import needs: the exchange, and each module's intake. A command that takes one package
/// need not wait for pages, sessions and jobs. (Not a `@Configuration`: the whole house must not find it.)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(
        basePackages = "fr.opalconnect",
        useDefaultFilters = false,
        includeFilters = {
            @Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {Intake.class, Outlet.class}),
            @Filter(type = FilterType.REGEX, pattern = "fr\\.opalconnect\\.exchange\\.(Imports|Exports)")
        })
@ConfigurationPropertiesScan("fr.opalconnect.exchange")
final class ExchangeAlone {
    @Bean
    static InstantSource clock() {
        return InstantSource.system();
    }
}
