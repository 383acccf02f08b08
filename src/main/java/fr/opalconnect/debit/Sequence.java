package fr.opalconnect.debit;

/// Where a collection stands among those of its mandate.
enum Sequence {
    /// The first, for banks that want to be told.
    FRST,
    RCUR,
    /// The only one.
    OOFF,
    /// The last.
    FNAL
}
