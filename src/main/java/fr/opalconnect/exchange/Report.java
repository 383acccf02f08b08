package fr.opalconnect.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of a package.
///
/// @param run     the import's number; null when the package was only checked, or never begun
/// @param created when the ERP wrote the package; null when its descriptor cannot be read
/// @param counts  file by file, in the order in which they are taken
/// @param rejects of each file the first [#FAULTS_OF_A_FILE]; [#rejected()] says how many lines there are
/// @param notices what is odd but does no harm, in French
/// @param message why it was refused or what it waits for, or would if it were not only looked at, in French; null when
///                there is nothing to say
public record Report(
        @Nullable Long run,
        State state,
        String packageName,
        @Nullable Instant created,
        @Nullable String mode,
        Map<String, Counts> counts,
        List<Reject> rejects,
        List<String> notices,
        @Nullable String message) {
    /// How many faults of a file are said. Lines are counted to the last.
    public static final int FAULTS_OF_A_FILE = 5000;

    public enum State {
        /// Under way, or killed and not yet tidied up.
        RUNNING,
        /// All lines are in, but those rejected.
        APPLIED,
        /// There was nothing new in it.
        UNCHANGED,
        /// Nothing of it was taken.
        REFUSED,
        /// It would change so much that somebody has to say yes.
        WAITING,
        /// The program or the database broke down; nothing of it was taken.
        FAILED,
        /// It was only looked at.
        CHECKED,
        /// Another one was being taken or looked at all the while: nobody has looked at this one yet.
        BUSY
    }

    /// @param read     lines, without the header
    /// @param rejected lines
    /// @param added    rows
    /// @param changed  rows, those that came back included
    /// @param closed   rows
    public record Counts(long read, long rejected, long added, long changed, long closed) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /// How many lines were rejected in all.
    public long rejected() {
        return counts.values().stream().mapToLong(Counts::rejected).sum();
    }

    public long read() {
        return counts.values().stream().mapToLong(Counts::read).sum();
    }

    /// Whether there is nothing that somebody should put right.
    public boolean isFaultless() {
        return rejects.isEmpty()
                && (state == State.APPLIED || state == State.UNCHANGED || (state == State.CHECKED && message == null));
    }
}
