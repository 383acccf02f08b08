package fr.opalconnect.notification;

/// Whether a way is used for a topic, before the tenant has chosen.
enum Use {
    YES,
    NO,
    /// Cannot be switched off.
    ALWAYS,
    /// Cannot be switched on.
    NEVER;

    boolean isChoice() {
        return this == YES || this == NO;
    }

    boolean isOn() {
        return this == YES || this == ALWAYS;
    }
}
