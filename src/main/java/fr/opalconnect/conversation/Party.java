package fr.opalconnect.conversation;

/// Who speaks or acts.
public enum Party {
    TENANT,
    STAFF,
    /// The clock.
    SYSTEM
}
