package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Report.Counts;
import fr.opalconnect.exchange.Report.State;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An import as the desk sees it.
///
/// @param created    when the ERP wrote the package
/// @param message    why it was refused, what it waits for, how it failed, what to look into: in French
/// @param counts     file by file, in the order in which they are taken
/// @param step       null when it does not run
/// @param stepFile   the file being read
/// @param linesRead  so far
/// @param rejects    how many rejected lines are kept with all they say
/// @param confirmed  what was answered to its question; null when nobody has
/// @param answeredBy the name as it was then
/// @param asks       whether it waits for an answer, and no newer package is in place
record ImportRun(
        long id,
        String packageName,
        @Nullable Instant created,
        @Nullable String mode,
        Instant startedAt,
        @Nullable Instant endedAt,
        State state,
        @Nullable String message,
        Map<String, Counts> counts,
        ImportProgress.@Nullable Step step,
        @Nullable String stepFile,
        long linesRead,
        long rejects,
        @Nullable Boolean confirmed,
        @Nullable String answeredBy,
        boolean asks) {
    long read() {
        return counts.isEmpty()
                ? linesRead
                : counts.values().stream().mapToLong(Counts::read).sum();
    }

    long rejected() {
        return counts.isEmpty()
                ? rejects
                : counts.values().stream().mapToLong(Counts::rejected).sum();
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }
}
