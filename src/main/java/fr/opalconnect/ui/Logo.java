package fr.opalconnect.ui;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A landlord's own mark, instead of ours beside the product's name. It is only ever the background of a box, inside
/// the
/// style sheet: nothing in the file can run, link or load, and it costs no request.
///
/// @param ratio its width by its height
@SuppressWarnings("ArrayRecordComponent") // never compared
record Logo(String type, byte[] bytes, double ratio) {
    private static final int MOST_BYTES = 10_000;
    private static final Pattern VIEW_BOX = Pattern.compile(
            "<svg[^>]*viewBox=[\"']\\s*[-0-9.]+[ ,]+[-0-9.]+[ ,]+([0-9.]+)[ ,]+([0-9.]+)", Pattern.DOTALL);

    /// @throws IllegalArgumentException with one sentence when the file cannot be used
    static Logo read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the logo " + file + " cannot be read", e);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("the logo " + file + " has " + bytes.length
                    + " bytes, and every first visit pays for them: give one of at most " + MOST_BYTES);
        }
        return isPng(bytes) ? png(bytes) : svg(file, bytes);
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length > 24
                && new String(bytes, 0, 8, StandardCharsets.ISO_8859_1).equals("\u0089PNG\r\n\u001a\n");
    }

    private static Logo png(byte[] bytes) {
        return new Logo("image/png", bytes, (double) number(bytes, 16) / Math.max(1, number(bytes, 20)));
    }

    private static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }

    private static Logo svg(Path file, byte[] bytes) {
        Matcher box = VIEW_BOX.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (!box.find() || Double.parseDouble(box.group(2)) == 0) {
            throw new IllegalArgumentException(
                    "the logo " + file + " is neither a PNG file nor an SVG file with a viewBox");
        }
        return new Logo("image/svg+xml", bytes, Double.parseDouble(box.group(1)) / Double.parseDouble(box.group(2)));
    }

    String css() {
        return "url(\"" + data() + "\")";
    }

    /// For paper, which shows PNG only; empty for a drawing.
    String picture() {
        return type.equals("image/png") ? data() : "";
    }

    private String data() {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return type + ", " + bytes.length + " bytes";
    }
}
