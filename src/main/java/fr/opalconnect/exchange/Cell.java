package fr.opalconnect.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks the cells of one column against its Table Schema and writes them to PostgreSQL. Nothing is made of a cell
/// that is right but the bytes that are sent.
final class Cell {
    private static final int MOST_DIGITS = 13;
    private static final Pattern TOO_LARGE = Pattern.compile("-?0*[0-9]{14,}(\\.[0-9]{1,2})?");

    private final Column column;
    private final List<byte[]> words;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    /// The last date read: dates come in runs.
    private int lastDate;

    private long lastDay;
    private final long least;
    private final long most;

    Cell(Column column) {
        this.least = column.minimum() == null ? Long.MIN_VALUE : column.minimum();
        this.most = column.maximum() == null ? Long.MAX_VALUE : column.maximum();
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
        if (value < 0 || value > Integer.MAX_VALUE || value < least || value > most) {
            return "un nombre entier est attendu"
                    + (column.minimum() == null || column.maximum() == null
                            ? ", comme 5"
                            : ", de " + column.minimum() + " à " + column.maximum());
        }
        out.int4((int) value);
        return null;
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
            if (TOO_LARGE.matcher(string(bytes, from, to)).matches()) {
                return "ce nombre est trop grand : au plus " + MOST_DIGITS + " chiffres avant le point";
            }
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

    private @Nullable String bounds(long hundredths) {
        if (hundredths < least) {
            return "au moins " + least / 100 + " est attendu";
        }
        return hundredths > most ? "au plus " + most / 100 + " est attendu" : null;
    }

    private @Nullable String date(byte[] bytes, int from, int to, CopyRows out) {
        boolean formed = to - from == 10
                && bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && isDay(digits(bytes, from, from + 4), digits(bytes, from + 5, from + 7), digits(bytes, from + 8, to));
        if (!formed) {
            return "une date est attendue, comme 2026-11-05";
        }
        return within(bytes, from, to, out)
                ? null
                : "une date est attendue, de " + LocalDate.ofEpochDay(least) + " à " + LocalDate.ofEpochDay(most);
    }

    private @Nullable String month(byte[] bytes, int from, int to, CopyRows out) {
        boolean formed = to - from == 7
                && bytes[from + 4] == '-'
                && isDay(digits(bytes, from, from + 4), digits(bytes, from + 5, to), 1);
        if (!formed) {
            return "un mois est attendu, comme 2026-11";
        }
        return within(bytes, from, to, out)
                ? null
                : "un mois est attendu, de " + YearMonth.from(LocalDate.ofEpochDay(least)) + " à "
                        + YearMonth.from(LocalDate.ofEpochDay(most));
    }

    /// @return whether there is such a day in the calendar, which is the last one read from then on
    private boolean isDay(long year, long month, long day) {
        if (year < 0 || month < 1 || day < 1) {
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
        return true;
    }

    /// Writes the last day read, or nothing where it only says that there is none.
    private boolean within(byte[] bytes, int from, int to, CopyRows out) {
        if (lastDay >= least && lastDay <= most) {
            out.date(lastDay);
            return true;
        }
        if (column.none().contains(string(bytes, from, to))) {
            out.none();
            return true;
        }
        return false;
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
