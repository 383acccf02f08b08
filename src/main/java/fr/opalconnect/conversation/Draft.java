package fr.opalconnect.conversation;

import org.jspecify.annotations.Nullable;

/// What a tenant wants to begin.
///
/// @param subject a line for lists
/// @param trouble of a repair: its line in the table of troubles
/// @param shared  whether the other holders of the lease see it
public record Draft(Kind kind, String subject, @Nullable String trouble, boolean urgent, boolean shared, Words words) {}
