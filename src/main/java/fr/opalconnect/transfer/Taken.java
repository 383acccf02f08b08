package fr.opalconnect.transfer;

import java.time.Instant;
import java.util.List;

/// What became of a file.
sealed interface Taken {
    /// @param statements that are new
    /// @param before     statements of the file that were read before: nothing of them changed
    /// @param lines      that are new
    /// @param matched    of these, by themselves
    /// @param open       of these, before the office
    /// @param known      lines that another statement had told already
    record Read(int statements, int before, int lines, int matched, int open, int known) implements Taken {}

    /// The very same file. Nothing changed.
    record Before(Instant at) implements Taken {}

    /// Nothing of it was taken.
    record Refused(CamtRefusal.Reason reason, List<String> values) implements Taken {
        public Refused {
            values = List.copyOf(values);
        }
    }
}
