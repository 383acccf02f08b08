package fr.opalconnect.notification.sms;

import fr.opalconnect.notification.sms.SmppAccount.Letters;
import fr.opalconnect.notification.sms.SmppAccount.Splitting;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A text as networks carry it: in their own alphabet when it can be, else in UCS-2, and in as many parts as it takes.
///
/// @param coding `data_coding`
/// @param header whether each part begins with a header that says which it is
/// @param parts  what each carries
record SmsParts(byte coding, boolean header, List<byte[]> parts) {
    private static final byte DEFAULT = 0;
    private static final byte LATIN_1 = 3;
    private static final byte UCS_2 = 8;

    private static final int UCS_2_ONE = 70;
    private static final int UCS_2_PART = 67;
    private static final int GSM_PART = 153;
    private static final int HEADER = 6;

    static SmsParts of(String text, Letters letters, Splitting splitting, byte reference) {
        boolean plain = Gsm7.length(text) >= 0
                && (letters != Letters.LATIN1
                        || StandardCharsets.ISO_8859_1.newEncoder().canEncode(text));
        List<String> pieces = splitting == Splitting.PAYLOAD ? List.of(text) : pieces(text, plain);
        boolean header = splitting == Splitting.UDH && pieces.size() > 1;
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            byte[] head = header ? header(reference, pieces.size(), i + 1) : new byte[0];
            parts.add(joined(head, plain ? encode(pieces.get(i), letters, header) : ucs2(pieces.get(i))));
        }
        byte coding = plain ? letters == Letters.LATIN1 ? LATIN_1 : DEFAULT : UCS_2;
        return new SmsParts(coding, header, parts);
    }

    /// A letter that takes two places is never torn apart.
    private static List<String> pieces(String text, boolean plain) {
        int whole = plain ? Gsm7.length(text) : text.length();
        if (whole <= (plain ? Gsm7.ONE_MESSAGE : UCS_2_ONE)) {
            return List.of(text);
        }
        int most = plain ? GSM_PART : UCS_2_PART;
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        int room = 0;
        for (int i = 0; i < text.length(); ) {
            int units = Character.charCount(text.codePointAt(i));
            int needed = plain ? Gsm7.room(text.charAt(i)) : units;
            if (room + needed > most) {
                pieces.add(text.substring(begin, i));
                begin = i;
                room = 0;
            }
            room += needed;
            i += units;
        }
        pieces.add(text.substring(begin));
        return pieces;
    }

    private static byte[] encode(String piece, Letters letters, boolean header) {
        return switch (letters) {
            case UNPACKED -> Gsm7.encode(piece);
            case PACKED -> Gsm7.pack(Gsm7.encode(piece), header ? 1 : 0); // six bytes and a bit are seven letters
            case LATIN1 -> piece.getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private static byte[] ucs2(String piece) {
        return piece.getBytes(StandardCharsets.UTF_16BE);
    }

    private static byte[] header(byte reference, int parts, int number) {
        return new byte[] {HEADER - 1, 0, 3, reference, (byte) parts, (byte) number};
    }

    private static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(head.length + body.length);
        both.writeBytes(head);
        both.writeBytes(body);
        return both.toByteArray();
    }
}
