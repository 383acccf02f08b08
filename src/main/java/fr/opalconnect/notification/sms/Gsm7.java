package fr.opalconnect.notification.sms;

/// The alphabet of the mobile networks (3GPP TS 23.038): one message holds 160 of its letters, but only 70 once a
/// single other one is among them. é è à ù are in it; ç ê â î ô are not.
public final class Gsm7 {
    public static final int ONE_MESSAGE = 160;

    private static final String LETTERS = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /// These take the room of two.
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private Gsm7() {}

    /// How much of a message the text takes, or -1 when it cannot be written in this alphabet.
    public static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (LETTERS.indexOf(letter) >= 0) {
                length += 1;
            } else if (EXTENDED.indexOf(letter) >= 0) {
                length += 2;
            } else {
                return -1;
            }
        }
        return length;
    }
}
