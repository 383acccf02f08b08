package fr.opalconnect.notification.sms;

import java.io.ByteArrayOutputStream;

/// The alphabet of the mobile networks (3GPP TS 23.038): one message holds 160 of its letters, but only 70 once a
/// single other one is among them. é è à ù are in it; ç ê â î ô are not.
public final class Gsm7 {
    public static final int ONE_MESSAGE = 160;

    private static final String LETTERS = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /// These take the room of two.
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private static final byte[] EXTENDED_CODES = {0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65, 0x0A};
    private static final byte ESCAPE = 0x1B;
    private static final byte CARRIAGE_RETURN = 0x0D;

    private Gsm7() {}

    /// How much of a message the text takes, or -1 when it cannot be written in this alphabet.
    public static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int room = room(text.charAt(i));
            if (room == 0) {
                return -1;
            }
            length += room;
        }
        return length;
    }

    /// 1 or 2; 0 when the letter is not in the alphabet.
    static int room(char letter) {
        if (LETTERS.indexOf(letter) >= 0) {
            return 1;
        }
        return EXTENDED.indexOf(letter) >= 0 ? 2 : 0;
    }

    /// One letter in each byte.
    static byte[] encode(String text) {
        ByteArrayOutputStream codes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int at = LETTERS.indexOf(letter);
            if (at >= 0) {
                codes.write(at < ESCAPE ? at : at + 1); // the escape has its own place among them
            } else {
                codes.write(ESCAPE);
                codes.write(EXTENDED_CODES[EXTENDED.indexOf(letter)]);
            }
        }
        return codes.toByteArray();
    }

    /// Eight letters in seven bytes.
    ///
    /// @param fill bits left free at the beginning, so that letters begin where they must behind a header
    static byte[] pack(byte[] codes, int fill) {
        int bits = fill + codes.length * 7;
        byte[] packed = new byte[(bits + 7) / 8];
        for (int i = 0; i < codes.length; i++) {
            put(packed, fill + i * 7, codes[i]);
        }
        if (packed.length * 8 - bits == 7) {
            put(packed, bits, CARRIAGE_RETURN); // seven free bits would be read as an @
        }
        return packed;
    }

    private static void put(byte[] packed, int bit, byte code) {
        int shifted = code << (bit % 8);
        packed[bit / 8] |= (byte) shifted;
        if (bit % 8 > 1) {
            packed[bit / 8 + 1] |= (byte) (shifted >> 8);
        }
    }
}
