package fr.opalconnect.command;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/// The part of the house that looks after files. (Not a `@Configuration`: the whole house must not find it.)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@ComponentScan(
        basePackages = "fr.opalconnect",
        useDefaultFilters = false,
        includeFilters = {
            @Filter(
                    type = FilterType.REGEX,
                    pattern =
                            "fr\\.opalconnect\\.vault\\.(Vault|ObjectTable|KeySet|KeyTable|StoreSetup|Inventory|Rotation)"),
            @Filter(type = FilterType.REGEX, pattern = "fr\\.opalconnect\\.platform\\.(Secrets|Sealing)")
        })
@ConfigurationPropertiesScan("fr.opalconnect.vault")
final class VaultAlone {
    @Bean
    static InstantSource clock() {
        return InstantSource.system();
    }
}
