package fr.opalconnect.account;

import java.time.Instant;

/// The entry of the ledger that money on its way became.
///
/// @param since from when on it counts as posted
public record Posted(String entryId, Instant since) {}
