package fr.opalconnect.access;

import java.time.Instant;
import java.util.UUID;

/// A browser in which one of the staff is signed in.
///
/// @param device `Chrome|Windows`; no place, no address
record StaffSession(UUID id, UUID staff, String device, Instant startedAt, Instant seenAt) {}
