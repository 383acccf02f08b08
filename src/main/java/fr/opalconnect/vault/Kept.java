package fr.opalconnect.vault;

import java.util.UUID;

/// What was put into the vault.
///
/// @param size   in bytes, as it came
/// @param sha256 of what came, in small hexadecimal letters
public record Kept(UUID id, long size, String sha256) {}
