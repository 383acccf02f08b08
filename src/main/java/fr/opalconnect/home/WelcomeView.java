package fr.opalconnect.home;

/// Bienvenue has nothing of its own to show yet.
record WelcomeView() {}
