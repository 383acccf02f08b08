package fr.opalconnect.access;

import fr.opalconnect.access.ShareTable.Kept;
import fr.opalconnect.kernel.SignedInStaff;
import fr.opalconnect.landlord.Agencies;
import fr.opalconnect.landlord.Agency;
import fr.opalconnect.tenancy.TenantCounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many of an agency's tenants have activated their account. A landlord's like any other are counted while one
/// waits; those of a very large one every hour, and the page says when.
@Component
public class ActivatedShare {
    /// So many tenants are counted at once in a fifth of a second.
    private static final int MOST_AT_ONCE = 30_000;

    /// @param tenants   who hold a lease that runs
    /// @param activated of these
    public record Share(int tenants, int activated) {}

    /// @param byAgency by the code of the agency
    /// @param at       when; null when nobody has counted yet
    public record Counted(
            Map<String, Share> byAgency, @Nullable Instant at) {
        public Counted {
            byAgency = Map.copyOf(byAgency);
        }
    }

    private final ShareTable table;
    private final TenantCounts tenants;
    private final Agencies agencies;
    private final InstantSource clock;

    ActivatedShare(ShareTable table, TenantCounts tenants, Agencies agencies, InstantSource clock) {
        this.table = table;
        this.tenants = tenants;
        this.agencies = agencies;
        this.clock = clock;
    }

    /// Of those that whoever asks may see.
    public Counted of(SignedInStaff who) {
        return of(who, MOST_AT_ONCE);
    }

    Counted of(SignedInStaff who, int mostAtOnce) {
        if (!tenants.areMoreThan(mostAtOnce)) {
            return new Counted(count(who::sees), clock.instant());
        }
        List<Kept> kept = table.kept();
        Instant at = kept.isEmpty() ? null : kept.getFirst().at();
        return new Counted(
                kept.stream()
                        .filter(each -> who.sees(each.agency()))
                        .collect(Collectors.toMap(Kept::agency, Kept::share)),
                at);
    }

    /// Where there are too many to be counted while somebody waits.
    public void keep() {
        keep(MOST_AT_ONCE);
    }

    void keep(int mostAtOnce) {
        if (tenants.areMoreThan(mostAtOnce)) {
            Instant at = clock.instant();
            table.keep(count(agency -> true), at);
        }
    }

    private Map<String, Share> count(Predicate<String> which) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Agency agency : agencies.all()) {
            if (which.test(agency.code())) {
                List<String> theirs = tenants.of(agency.code());
                shares.put(agency.code(), new Share(theirs.size(), table.activated(theirs)));
            }
        }
        return shares;
    }
}
