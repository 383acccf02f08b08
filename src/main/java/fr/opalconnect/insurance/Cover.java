package fr.opalconnect.insurance;

import fr.opalconnect.kernel.LeaseNumber;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of the insurance of a lease.
///
/// @param until   the last day of what was accepted; null when nothing was
/// @param waiting a certificate that nobody has looked at yet
/// @param refused the latest one was refused, and none came after it
public record Cover(
        LeaseNumber lease,
        @Nullable LocalDate until,
        @Nullable UUID waiting,
        boolean refused) {
    /// How it stands on a day.
    public enum Standing {
        MISSING,
        /// Sent, and not looked at yet.
        TO_CHECK,
        REFUSED,
        COVERED,
        ENDING,
        ENDED;

        /// The key of its name in the message bundle.
        public String textKey() {
            return "insurance.standing." + word();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whether the tenant has something to do.
        public boolean isTodo() {
            return this != COVERED && this != TO_CHECK;
        }
    }

    static Cover none(LeaseNumber lease) {
        return new Cover(lease, null, null, false);
    }

    /// @param soon how many days before its end a certificate is ending
    Standing standing(LocalDate today, int soon) {
        if (waiting != null) {
            return Standing.TO_CHECK;
        }
        boolean covered = until != null && !until.isBefore(today);
        if (covered && ChronoUnit.DAYS.between(today, until) > soon) {
            return Standing.COVERED;
        }
        if (refused) {
            return Standing.REFUSED;
        }
        if (until == null) {
            return Standing.MISSING;
        }
        return covered ? Standing.ENDING : Standing.ENDED;
    }
}
