package fr.opalconnect.home;

/// @param looked what the tests looked at
record AccessibilityView(LookedAt looked) {}
