package fr.opalconnect.app;

/// The page says the same to everyone; what is kept on this device, a script adds.
record OfflineView() {}
