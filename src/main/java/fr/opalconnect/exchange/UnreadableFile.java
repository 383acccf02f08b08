package fr.opalconnect.exchange;

import fr.opalconnect.platform.FileIntake;
import org.jspecify.annotations.Nullable;

/// A file of a package that cannot be read to its end, and whose fault that is: the package's.
final class UnreadableFile extends FileIntake.Unusable {
    private final Reject fault;

    /// @param reason in French
    UnreadableFile(String file, String reason, @Nullable Throwable cause) {
        super(file + ": " + reason, reason, cause);
        this.fault = Reject.ofFile(file, reason);
    }

    Reject fault() {
        return fault;
    }
}
