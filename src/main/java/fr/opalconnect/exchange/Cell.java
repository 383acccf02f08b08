package fr.opalconnect.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks the cells of one column against its Table Schema and writes them to PostgreSQL. Nothing is made of a cell
/// that is right but the bytes that are sent.
final class Cell {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int MOST_DIGITS = 13;

    private final Column column;
    private final List<byte[]> words;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    /// The last date read: dates come in runs.
    private int lastDate;

    private long lastDay;

    Cell(Column column) {
        this.column = column;
        this.words = column.words().stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /// Writes the cell, or nothing.
    ///
    /// @return why the value cannot be taken; null when it was written
    @Nullable
    String write(byte[] bytes, int from, int to, boolean ascii, CopyRows out) {
        if (from == to) {
            if (column.required()) {
                return "la valeur manque, elle est obligatoire";
            }
            out.none();
            return null;
        }
        return switch (column.kind()) {
            case STRING -> text(bytes, from, to, ascii, out);
            case INTEGER -> integer(bytes, from, to, out);
            case NUMBER -> number(bytes, from, to, out);
            case DATE -> date(bytes, from, to, out);
            case YEARMONTH -> month(bytes, from, to, out);
            case BOOLEAN -> flag(bytes, from, to, out);
        };
    }

    private @Nullable String text(byte[] bytes, int from, int to, boolean ascii, CopyRows out) {
        if (!ascii && !isUtf8(bytes, from, to)) {
            return "des caractères sont illisibles dans l’encodage annoncé";
        }
        if (!words.isEmpty() && !isWord(bytes, from, to)) {
            return "valeur inconnue ; attendu : " + String.join(", ", column.words());
        }
        if (column.maxLength() > 0 && to - from > column.maxLength()) {
            String value = string(bytes, from, to);
            if (value.codePointCount(0, value.length()) > column.maxLength()) {
                return "au plus " + column.maxLength() + " caractères";
            }
        }
        if (column.pattern() != null
                && !column.pattern().matcher(string(bytes, from, to)).matches()) {
            return "la forme attendue est " + column.pattern().pattern();
        }
        out.text(bytes, from, to);
        return null;
    }

    private @Nullable String integer(byte[] bytes, int from, int to, CopyRows out) {
        long value = digits(bytes, from, to);
        if (value < 0 || value > Integer.MAX_VALUE) {
            return "un nombre entier est attendu, comme 5";
        }
        String bounds = bounds(value);
        if (bounds == null) {
            out.int4((int) value);
        }
        return bounds;
    }

    /// Euros or square metres with a dot, into hundredths.
    private @Nullable String number(byte[] bytes, int from, int to, CopyRows out) {
        boolean negative = bytes[from] == '-';
        int start = negative ? from + 1 : from;
        int dot = start;
        while (dot < to && bytes[dot] != '.') {
            dot++;
        }
        int decimals = Math.max(0, to - dot - 1);
        long whole = digits(bytes, start, dot);
        long part = decimals == 0 ? 0 : digits(bytes, dot + 1, to);
        if (whole < 0 || part < 0 || decimals > 2 || dot == to - 1) {
            return "un nombre est attendu, avec un point et deux décimales, comme 412.37";
        }
        long hundredths = whole * 100 + (decimals == 1 ? part * 10 : part);
        long value = negative ? -hundredths : hundredths;
        String bounds = bounds(value);
        if (bounds == null) {
            out.int8(value);
        }
        return bounds;
    }

    private @Nullable String bounds(long value) {
        Long minimum = column.minimum();
        Long maximum = column.maximum();
        long unit = column.kind() == Column.Kind.NUMBER ? 100 : 1;
        if (minimum != null && value < minimum) {
            return "au moins " + minimum / unit + " est attendu";
        }
        if (maximum != null && value > maximum) {
            return "au plus " + maximum / unit + " est attendu";
        }
        return null;
    }

    private @Nullable String date(byte[] bytes, int from, int to, CopyRows out) {
        if (to - from != 10 || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return "une date est attendue, comme 2026-11-05";
        }
        long year = digits(bytes, from, from + 4);
        long month = digits(bytes, from + 5, from + 7);
        long day = digits(bytes, from + 8, to);
        return day(year, month, day, out) ? null : "une date est attendue, comme 2026-11-05";
    }

    private @Nullable String month(byte[] bytes, int from, int to, CopyRows out) {
        boolean taken = to - from == 7
                && bytes[from + 4] == '-'
                && day(digits(bytes, from, from + 4), digits(bytes, from + 5, to), 1, out);
        return taken ? null : "un mois est attendu, comme 2026-11";
    }

    private boolean day(long year, long month, long day, CopyRows out) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || day < 1) {
            return false;
        }
        int date = (int) (year * 10_000 + month * 100 + day);
        if (date != lastDate) {
            try {
                lastDay = LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
            } catch (DateTimeException e) {
                return false;
            }
            lastDate = date;
        }
        out.date(lastDay);
        return true;
    }

    private static @Nullable String flag(byte[] bytes, int from, int to, CopyRows out) {
        String word = to - from > 5 ? "" : string(bytes, from, to);
        switch (word) {
            case "true" -> out.flag(true);
            case "false" -> out.flag(false);
            default -> {
                return "true ou false est attendu";
            }
        }
        return null;
    }

    /// @return -1 when there is none, or anything but digits
    private static long digits(byte[] bytes, int from, int to) {
        if (from == to || to - from > MOST_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private boolean isWord(byte[] bytes, int from, int to) {
        for (byte[] word : words) {
            if (java.util.Arrays.equals(word, 0, word.length, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            utf8.decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String string(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
