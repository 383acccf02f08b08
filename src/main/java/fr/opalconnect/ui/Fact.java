package fr.opalconnect.ui;

/// A name and its value, as a line of facts shows it.
public record Fact(String label, String value) {}
