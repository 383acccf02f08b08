package fr.opalconnect.landlord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The agencies and their advisers: a few dozen rows that change once a night and stand on every page, so a copy is
/// kept in memory for a minute; that saves Accueil a round trip.
@Component
public class Agencies {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Copy(Instant readAt, Map<String, Agency> agencies, Map<String, Adviser> advisers) {}

    private final AgencyTable table;
    private final InstantSource clock;
    private volatile @Nullable Copy copy;

    Agencies(AgencyTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    public List<Agency> all() {
        return List.copyOf(copy().agencies().values());
    }

    /// Every resident adviser of the ERP, by name.
    public List<Adviser> advisers() {
        return List.copyOf(copy().advisers().values());
    }

    public @Nullable Agency find(@Nullable String code) {
        return code == null ? null : copy().agencies().get(code);
    }

    public @Nullable Adviser findAdviser(@Nullable String code) {
        return code == null ? null : copy().advisers().get(code);
    }

    private Copy copy() {
        Copy kept = copy;
        if (kept == null || kept.readAt().plus(KEPT).isBefore(clock.instant())) {
            Map<String, Agency> agencies = new LinkedHashMap<>();
            table.agencies().forEach(agency -> agencies.put(agency.code(), agency));
            Map<String, Adviser> advisers = new LinkedHashMap<>();
            table.advisers().forEach(adviser -> advisers.put(adviser.code(), adviser));
            kept = new Copy(clock.instant(), agencies, advisers);
            copy = kept;
        }
        return kept;
    }
}
