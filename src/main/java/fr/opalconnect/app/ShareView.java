package fr.opalconnect.app;

/// The page says the same to everyone.
record ShareView() {}
