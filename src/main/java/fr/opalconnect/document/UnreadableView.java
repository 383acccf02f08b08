package fr.opalconnect.document;

/// A document whose file cannot be opened.
record UnreadableView(String title) {}
