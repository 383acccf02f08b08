package fr.opalconnect.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Passwords hashed with next to no work, where signing in is only the way to something else. A test of the work
/// itself has it done in full.
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {
    @Bean
    @Primary
    Quick quickPasswordWork(PasswordWork inFull) {
        return new Quick(inFull);
    }

    static final class Quick extends PasswordWork {
        private final PasswordWork full;
        private volatile boolean inFull;

        Quick(PasswordWork full) {
            super(64, 1);
            this.full = full;
        }

        /// As the program does it, until it is told otherwise.
        void workInFull(boolean so) {
            inFull = so;
        }

        @Override
        @Nullable
        String hash(String password) {
            return inFull ? full.hash(password) : super.hash(password);
        }

        @Override
        Match compare(String password, @Nullable String hash) {
            return inFull ? full.compare(password, hash) : super.compare(password, hash);
        }

        @Override
        boolean isOutdated(String hash) {
            return inFull ? full.isOutdated(hash) : super.isOutdated(hash);
        }
    }
}
