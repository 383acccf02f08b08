package fr.opalconnect.app;

/// The page says the same to everyone; whether this device keeps anything, only the device knows.
record KeepView() {}
