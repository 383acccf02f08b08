package fr.opalconnect.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Passwords hashed with next to no work, where signing in is only the way to something else. The tests of signing in
/// itself hash as the program does.
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {
    @Bean
    @Primary
    @ConditionalOnProperty(name = "test.quick-passwords", matchIfMissing = true)
    PasswordWork quickPasswordWork() {
        return new PasswordWork(64, 1);
    }
}
