package fr.opalconnect.access;

import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.tenancy.TenantCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many of an agency's tenants have activated their account. Counting walks through all of them, so what was
/// counted
/// is kept for a quarter of an hour.
@Component
public class ActivatedShare {
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int AT_ONCE = 5_000;

    /// @param tenants   who hold a lease that runs
    /// @param activated of these
    public record Share(int tenants, int activated) {}

    private record Counted(Instant at, Map<String, Share> shares) {}

    private final LoginNumbers logins;
    private final TenantCounts tenants;
    private final InstantSource clock;
    private volatile @Nullable Counted counted;

    ActivatedShare(LoginNumbers logins, TenantCounts tenants, InstantSource clock) {
        this.logins = logins;
        this.tenants = tenants;
        this.clock = clock;
    }

    /// By the code of the agency; those that whoever asks may see.
    public Map<String, Share> byAgency(SignedInStaff who) {
        Map<String, Share> seen = new HashMap<>(all());
        seen.keySet().removeIf(agency -> !who.sees(agency));
        return seen;
    }

    private synchronized Map<String, Share> all() {
        Counted kept = counted;
        Instant now = clock.instant();
        if (kept == null || kept.at().plus(KEPT).isBefore(now)) {
            kept = new Counted(now, count());
            counted = kept;
        }
        return kept.shares();
    }

    private Map<String, Share> count() {
        Map<String, Integer> activated = new HashMap<>();
        List<String> numbers = logins.after("", AT_ONCE);
        while (!numbers.isEmpty()) {
            tenants.byAgency(numbers).forEach((agency, more) -> activated.merge(agency, more, Integer::sum));
            numbers = logins.after(numbers.getLast(), AT_ONCE);
        }
        Map<String, Share> shares = new HashMap<>();
        tenants.byAgency()
                .forEach((agency, all) -> shares.put(agency, new Share(all, activated.getOrDefault(agency, 0))));
        return shares;
    }
}
