package fr.opalconnect.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tells from when the ERP's figures are. The exchange knows and implements it, because the platform lies below it.
public interface ErpClock {
    /// Null before the first import.
    @Nullable
    Instant figuresAt();
}
