package fr.opalconnect.conversation;

import org.jspecify.annotations.Nullable;

/// An estate, or one of its buildings, with how many conversations are open there.
public record InboxPlace(String estate, @Nullable String building, int open) {}
