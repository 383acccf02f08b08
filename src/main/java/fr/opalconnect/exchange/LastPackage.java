package fr.opalconnect.exchange;

import fr.opalconnect.platform.ErpClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When the ERP wrote what the tables say. It stands on every page of the desk and changes once a night, so the answer
/// is kept for a minute.
@Component
class LastPackage implements ErpClock {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Answer(Instant readAt, @Nullable Instant figuresAt) {}

    private final ImportRunTable runs;
    private final InstantSource clock;
    private volatile @Nullable Answer answer;

    LastPackage(JdbcClient jdbc, InstantSource clock) {
        this.runs = new ImportRunTable(jdbc);
        this.clock = clock;
    }

    @Override
    public @Nullable Instant figuresAt() {
        Answer kept = answer;
        Instant now = clock.instant();
        if (kept == null || kept.readAt().plus(KEPT).isBefore(now)) {
            kept = new Answer(now, read(kept));
            answer = kept;
        }
        return kept.figuresAt();
    }

    /// A page that says that the database is away must not fail over this.
    private @Nullable Instant read(@Nullable Answer before) {
        try {
            ImportRunTable.Last last = runs.last();
            return last == null ? null : last.created();
        } catch (DataAccessException e) {
            return before == null ? null : before.figuresAt();
        }
    }
}
