package fr.opalconnect.conversation;

import java.time.Instant;
import java.util.UUID;

/// A neighbour's request as its followers see it: never a word, never a name.
public record Followed(UUID id, String number, String trouble, State state, Instant openedAt) {}
