package fr.opalconnect.attachment;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Some streams of a PDF (lists of objects, and where they are) are unpacked into memory as soon as it is opened. A few
/// kilobytes can be made to fill all of it; so they are unpacked here first, into nothing.
final class PdfBomb {
    /// A thousand-page law text needs ten.
    private static final long MOST = 40_000_000;

    private static final int HEAD = 4_096;
    private static final Pattern STREAM = Pattern.compile("stream\r?\n");
    /// What is surely content of pages and not opened until somebody looks at it. Names can be written in disguise
    /// (#4f) or
    /// stand elsewhere: then it is looked into.
    private static final Pattern STRUCTURE =
            Pattern.compile("ObjStm|XRef|#|/Type\\s*[0-9]|/Filter\\s*\\[\\s*/\\w+\\s*/");

    /// To begin unpacking costs as much as so many bytes.
    private static final int BEGINNING = 512;

    private final byte[] bytes;
    private final byte[] nowhere = new byte[65_536];
    private long unpacked;
    /// How many bytes may still be looked at: each of a sound file is looked at once or twice, as what introduces a
    /// stream and as its content; of one that is made for it, millions of times.
    private long patience;

    private PdfBomb(byte[] bytes) {
        this.bytes = bytes;
        this.patience = 4L * bytes.length + 16 * HEAD;
    }

    /// @throws Unfit when it unpacks to too much, or takes too long to tell
    static void check(byte[] bytes) throws Unfit {
        new PdfBomb(bytes).check();
    }

    private void check() throws Unfit {
        String file = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher stream = STREAM.matcher(file);
        while (stream.find()) {
            if (stream.start() >= 3 && file.startsWith("end", stream.start() - 3)) {
                continue;
            }
            String before = file.substring(Math.max(0, stream.start() - HEAD), stream.start());
            String head = before.substring(Math.max(0, before.lastIndexOf("obj")));
            spend(head.length());
            if (STRUCTURE.matcher(head).find()) {
                unpack(stream.end());
            }
        }
    }

    private void unpack(int from) throws Unfit {
        spend(BEGINNING);
        try (Inflater inflater = new Inflater()) {
            // Piece by piece: what unpacks to nothing is read to its end otherwise, each time.
            for (int at = from; at < bytes.length && !inflater.finished(); at += nowhere.length) {
                int piece = Math.min(nowhere.length, bytes.length - at);
                inflater.setInput(bytes, at, piece);
                int read;
                do {
                    read = inflater.inflate(nowhere);
                    unpacked += read;
                    if (unpacked >= MOST) {
                        throw new Unfit(Refusal.BROKEN);
                    }
                } while (read > 0);
                spend(piece - inflater.getRemaining());
                if (inflater.needsDictionary()) {
                    return;
                }
            }
        } catch (DataFormatException e) {
            // Not packed this way; then it grows by nothing that matters.
        }
    }

    private void spend(long looked) throws Unfit {
        patience -= looked;
        if (patience < 0) {
            throw new Unfit(Refusal.BROKEN);
        }
    }
}
