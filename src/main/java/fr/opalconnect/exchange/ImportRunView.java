package fr.opalconnect.exchange;

import fr.opalconnect.ui.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One import.
///
/// @param rejects the first of them
record ImportRunView(
        ImportRun run, List<Reject> rejects, @Nullable String note, Instant now) {
    String live() {
        return ImportsView.live(now);
    }

    String when(Texts t, @Nullable Instant at) {
        return ImportsView.when(t, at, now);
    }

    boolean hasMore() {
        return run.rejects() > rejects.size();
    }

    String path() {
        return ImportsPage.PATH + "/" + run.id();
    }
}
