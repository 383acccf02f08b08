package fr.opalconnect.notification;

/// When something that was told goes out.
enum Pace {
    /// Whatever the hour.
    AT_ONCE,
    /// Not in the quiet hours.
    BY_DAY,
    /// The same, after some minutes: it may be read in the app meanwhile, and what comes meanwhile goes along.
    GATHERED;

    boolean waitsForDay() {
        return this != AT_ONCE;
    }
}
