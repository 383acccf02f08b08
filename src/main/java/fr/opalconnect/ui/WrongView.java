package fr.opalconnect.ui;

import org.jspecify.annotations.Nullable;

/// A page nobody wants to see.
///
/// @param again the address to try again, when that may help and does no harm; by the door, when the session is over
public record WrongView(Wrong wrong, @Nullable String again) {}
