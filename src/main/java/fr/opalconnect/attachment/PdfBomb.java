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
    /// (#4f)
    /// or stand elsewhere: then it is looked into.
    private static final Pattern STRUCTURE =
            Pattern.compile("ObjStm|XRef|#|/Type\\s*[0-9]|/Filter\\s*\\[\\s*/\\w+\\s*/");

    private PdfBomb() {}

    static void check(byte[] bytes) throws Unfit {
        String file = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher stream = STREAM.matcher(file);
        long unpacked = 0;
        while (stream.find()) {
            if (stream.start() >= 3 && file.startsWith("end", stream.start() - 3)) {
                continue;
            }
            int object = Math.max(stream.start() - HEAD, file.lastIndexOf("obj", stream.start()));
            if (STRUCTURE.matcher(file.substring(object, stream.start())).find()) {
                unpacked += unpack(bytes, stream.end(), MOST - unpacked);
                if (unpacked >= MOST) {
                    throw new Unfit(Refusal.BROKEN);
                }
            }
        }
    }

    private static long unpack(byte[] bytes, int from, long most) {
        byte[] nowhere = new byte[65_536];
        long unpacked = 0;
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes, from, bytes.length - from);
            while (unpacked < most && !inflater.finished()) {
                int read = inflater.inflate(nowhere);
                if (read == 0) {
                    break; // it wants more than there is, or another's dictionary
                }
                unpacked += read;
            }
        } catch (DataFormatException e) {
            // Not packed this way; then it grows by nothing that matters.
        }
        return unpacked;
    }
}
