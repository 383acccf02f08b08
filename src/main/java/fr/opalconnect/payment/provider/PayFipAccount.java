package fr.opalconnect.payment.provider;

import java.net.URI;

/// What the public accountant's PayFiP gives a landlord.
///
/// @param service where its web service answers
/// @param page    where people pay; the payment's number is added to it
/// @param client  the landlord's number, six digits
/// @param mode    how real it is
/// @param email   of the landlord: PayFiP wants one, and not every tenant has one
public record PayFipAccount(URI service, URI page, String client, Mode mode, String email) {
    /// The letters of `saisie`.
    public enum Mode {
        TEST("T"),
        /// The first real payment, with which the accountant opens the account.
        ACTIVATION("X"),
        PRODUCTION("W");

        private final String letter;

        Mode(String letter) {
            this.letter = letter;
        }

        String letter() {
            return letter;
        }
    }
}
