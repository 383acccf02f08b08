package fr.opalconnect.conversation;

import java.util.UUID;

/// A neighbour's request that somebody may follow.
///
/// @param households how many of the building have reported it or follow it
public record SameTrouble(UUID id, int households) {}
