package fr.opalconnect.conversation;

/// A conversation in a list.
///
/// @param unread for a tenant: there is something they have not read; for the staff: nobody of them has
public record Line(Head head, boolean unread) {}
