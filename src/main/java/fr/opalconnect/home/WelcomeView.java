package fr.opalconnect.home;

/// Bienvenue is the same for everyone.
record WelcomeView() {}
