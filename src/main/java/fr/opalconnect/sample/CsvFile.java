package fr.opalconnect.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// One CSV file being written. Bytes go straight into a buffer, because there may be millions of lines.
final class CsvFile implements Closeable {
    private static final int ROOM = 4096;

    private final OutputStream out;
    private final Dialect dialect;
    private final byte[] lineEnd;
    private final byte[] buffer = new byte[1 << 16];
    private int used;
    private boolean lineBegun;
    private long lines;

    CsvFile(Path path, Dialect dialect, String header) throws IOException {
        this.out = Files.newOutputStream(path);
        this.dialect = dialect;
        this.lineEnd = dialect.lineEnd.getBytes(dialect.charset);
        if (dialect.bom) {
            buffer[used++] = (byte) 0xEF;
            buffer[used++] = (byte) 0xBB;
            buffer[used++] = (byte) 0xBF;
        }
        for (String column : header.split(",", -1)) {
            text(column);
        }
        end();
        lines = 0;
    }

    /// How many lines were written, the header not counted.
    long lines() {
        return lines;
    }

    CsvFile text(@Nullable String value) throws IOException {
        begin();
        if (value == null) {
            return this;
        }
        boolean plain = value.length() < ROOM / 2;
        for (int i = 0; plain && i < value.length(); i++) {
            char c = value.charAt(i);
            plain = c < 128 && c != dialect.delimiter && c != '"' && c != '\n' && c != '\r';
        }
        if (plain) {
            for (int i = 0; i < value.length(); i++) {
                buffer[used++] = (byte) value.charAt(i);
            }
        } else {
            encode(value);
        }
        return this;
    }

    CsvFile number(long value) throws IOException {
        begin();
        digits(value);
        return this;
    }

    /// Euros with a dot and two decimals.
    CsvFile money(long cents) throws IOException {
        begin();
        if (cents < 0) {
            buffer[used++] = '-';
        }
        long whole = Math.abs(cents);
        digits(whole / 100);
        buffer[used++] = '.';
        twoDigits((int) (whole % 100));
        return this;
    }

    CsvFile date(@Nullable LocalDate date) throws IOException {
        begin();
        if (date != null) {
            digits(date.getYear());
            buffer[used++] = '-';
            twoDigits(date.getMonthValue());
            buffer[used++] = '-';
            twoDigits(date.getDayOfMonth());
        }
        return this;
    }

    CsvFile month(@Nullable YearMonth month) throws IOException {
        begin();
        if (month != null) {
            digits(month.getYear());
            buffer[used++] = '-';
            twoDigits(month.getMonthValue());
        }
        return this;
    }

    CsvFile flag(boolean value) throws IOException {
        return text(value ? "true" : "false");
    }

    void end() throws IOException {
        for (byte b : lineEnd) {
            buffer[used++] = b;
        }
        lineBegun = false;
        lines++;
    }

    private void begin() throws IOException {
        if (used > buffer.length - ROOM) {
            flush();
        }
        if (lineBegun) {
            buffer[used++] = (byte) dialect.delimiter;
        }
        lineBegun = true;
    }

    private void encode(String value) throws IOException {
        boolean quoted = value.indexOf(dialect.delimiter) >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        ByteBuffer bytes = dialect.charset.encode(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        if (bytes.remaining() > buffer.length - used - ROOM) {
            flush();
        }
        int size = bytes.remaining();
        bytes.get(buffer, used, size);
        used += size;
    }

    private void digits(long value) {
        long scale = 1;
        while (value / scale >= 10) {
            scale *= 10;
        }
        for (; scale > 0; scale /= 10) {
            buffer[used++] = (byte) ('0' + value / scale % 10);
        }
    }

    private void twoDigits(int value) {
        buffer[used++] = (byte) ('0' + value / 10);
        buffer[used++] = (byte) ('0' + value % 10);
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
