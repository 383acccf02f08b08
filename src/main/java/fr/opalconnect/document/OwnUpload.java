package fr.opalconnect.document;

import java.time.Instant;
import java.util.UUID;

/// A file that a tenant put here.
///
/// @param piece of module attachment
record OwnUpload(UUID piece, String label, Instant sentAt) {}
