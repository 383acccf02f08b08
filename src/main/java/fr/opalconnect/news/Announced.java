package fr.opalconnect.news;

import java.util.UUID;

/// Something was announced, or what was announced says something else now. Told in the transaction that writes it down,
/// to whoever lives above: see docs/house.md.
public record Announced(UUID announcement) {}
