package fr.opalconnect.debit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/// A bank account of a mandate, with the proof that its holder signed for it.
///
/// @param holder    as on the bank's papers
/// @param sealed    its IBAN
/// @param usedFrom  collections of that day and later go there
/// @param proof     how it was signed
@SuppressWarnings("ArrayRecordComponent") // never compared
record BankAccount(UUID id, String holder, byte[] sealed, String masked, LocalDate usedFrom, Proof proof) {
    /// @param wording     exactly what was shown
    /// @param hash        SHA-256 of it
    /// @param device      `Chrome|Android`
    /// @param phone       masked
    /// @param codeSentAt  the code that was entered
    /// @param wrongTries  codes entered before that were wrong
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Proof(
            String wording,
            byte[] hash,
            String language,
            Instant signedAt,
            String device,
            String phone,
            Instant codeSentAt,
            Instant codeEnteredAt,
            int wrongTries) {
        /// `Chrome, Android`; a dash when the browser says nothing of itself.
        String deviceText() {
            String known =
                    device.replaceFirst("^\\|", "").replaceFirst("\\|$", "").replace("|", ", ");
            return known.isEmpty() ? "–" : known;
        }

        String hashText() {
            return HexFormat.of().formatHex(hash);
        }
    }
}
