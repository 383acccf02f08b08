package fr.opalconnect.access;

import fr.opalconnect.access.PasswordRules.Verdict;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rules and the work of passwords, for who needs both.
@Component
class PasswordCheck {
    private final PasswordRules rules;
    private final PasswordWork work;

    PasswordCheck(PasswordRules rules, PasswordWork work) {
        this.rules = rules;
        this.work = work;
    }

    Verdict judge(String password, Collection<String> personal) {
        return rules.judge(password, personal);
    }

    PasswordWork.Match compare(String password, @Nullable String hash) {
        return work.compare(password, hash);
    }

    /// @return null when there is too much to do
    @Nullable
    String hash(String password) {
        return work.hash(password);
    }
}
