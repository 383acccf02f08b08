package fr.opalconnect.payment.provider;

/// Lyra's words for where a transaction stands, in ours.
final class LyraStatus {
    private LyraStatus() {}

    /// @param source why it was said (`vads_url_check_src`): PAY, BO, BATCH_AUTO, BATCH, REC, MERCH_BO, RETRY, DCF;
    ///               empty where we asked
    static Outcome of(String status, String source) {
        return switch (status) {
            case "AUTHORISED", "CAPTURED" -> Outcome.PAID;
            case "CAPTURE_FAILED" -> Outcome.FAILED_LATER;
            case "REFUSED", "NOT_CREATED" -> Outcome.REFUSED;
            case "ABANDONED" -> Outcome.ABANDONED;
            // Somebody at the landlord's took it back in the provider's back office: it had been paid before.
            case "CANCELLED" -> source.equals("MERCH_BO") ? Outcome.FAILED_LATER : Outcome.ABANDONED;
            case "EXPIRED" -> Outcome.EXPIRED;
            // AUTHORISED_TO_VALIDATE, WAITING_AUTHORISATION, WAITING_AUTHORISATION_TO_VALIDATE, UNDER_VERIFICATION,
            // INITIAL …; ACCEPTED belongs to verifications. And no word that is new to us ends anything.
            default -> Outcome.RUNNING;
        };
    }
}
