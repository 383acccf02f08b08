package fr.opalconnect.command;

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

/// The part of the house that knows who works here. (Not a `@Configuration`: the whole house must not find it.)
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
                    type = FilterType.REGEX,
                    pattern =
                            "fr\\.opalconnect\\.access\\."
                                    + "(RecoveryCodes|Staff(Accounts|Invitations|InvitationTable|Logins|LoginTable|Sessions|SessionTable))"),
            @Filter(type = FilterType.REGEX, pattern = "fr\\.opalconnect\\.landlord\\.Staff(Directory|ing|Table)"),
            @Filter(type = FilterType.REGEX, pattern = "fr\\.opalconnect\\.platform\\.(Audit|Followers|Live|Secrets)")
        })
@ConfigurationPropertiesScan("fr.opalconnect.access")
final class StaffAlone {
    @Bean
    static InstantSource clock() {
        return InstantSource.system();
    }
}
