package fr.opalconnect.home;

/// The page says the same to everyone, and only in words.
record AccessibilityView() {}
