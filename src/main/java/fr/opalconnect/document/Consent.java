package fr.opalconnect.document;

import java.time.Instant;

/// Once somebody said yes to electronic receipts, or took it back.
///
/// @param textSha256 of the words that stood above the button
record Consent(boolean given, Instant at, String textSha256) {
    /// `3f8a 91c2`: enough to compare.
    String shortHash() {
        return textSha256.substring(0, 4) + " " + textSha256.substring(4, 8);
    }
}
