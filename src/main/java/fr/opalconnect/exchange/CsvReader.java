package fr.opalconnect.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads CSV (RFC 4180, any delimiter) record by record out of one buffer, without making a string of any cell:
/// with millions of lines, the strings would cost more than everything else. Empty lines are passed over.
///
/// Cells come without the blanks around them. They are valid until the next call of [#next()].
final class CsvReader {
    /// A record longer than this is nothing that anybody would send: most often a quote was never closed.
    static final int LONGEST_RECORD = 1 << 20;

    private final InputStream in;
    private final byte delimiter;
    private final byte quote;

    private byte[] buffer = new byte[1 << 18];
    private int position;
    private int limit;

    private int recordStart;
    private int recordEnd;
    private int nextLine = 1;
    private int line;
    /// Where the quote that is open now was opened; 0 when none is.
    private int quoteLine;
    private final CellBounds cells = new CellBounds();
    private int bits;
    private int zeros;
    private @Nullable String fault;

    /// @param in UTF-8 without a byte order mark
    CsvReader(InputStream in, byte delimiter, byte quote) {
        this.in = in;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /// @return false after the last record
    /// @throws PackageRefused when a line is too long or a quote is never closed: nobody can say where it ends
    boolean next() throws IOException, PackageRefused {
        do {
            recordStart = position;
            line = nextLine;
            cells.clear();
            bits = 0;
            zeros = 0;
            fault = null;
            if (position == limit && !more()) {
                return false;
            }
            boolean another = true;
            while (another) {
                boolean quoted = (position < limit || more()) && buffer[position] == quote;
                another = quoted ? quotedCell() : plainCell();
            }
            nextLine++;
        } while (cells.count() == 1 && cells.isEmpty(0));
        return true;
    }

    /// The line that the record begins on, counted as an editor does.
    int line() {
        return line;
    }

    int cells() {
        return cells.count();
    }

    /// Why the record cannot be read; null when it can.
    @Nullable
    String fault() {
        return fault;
    }

    /// Whether every byte of the record is a character of its own.
    boolean isAscii() {
        return bits >= 0;
    }

    /// Whether there is a zero byte in the record, which no text has.
    boolean hasZero() {
        return zeros < 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int start(int cell) {
        return recordStart + cells.start(cell);
    }

    int end(int cell) {
        return recordStart + cells.end(cell);
    }

    String text(int cell) {
        return new String(buffer, start(cell), end(cell) - start(cell), StandardCharsets.UTF_8);
    }

    /// A fingerprint of the record as it is written.
    long fingerprint() {
        return Fingerprint.of(buffer, recordStart, recordEnd);
    }

    /// Takes the doubled quotes out of the cells. Writes over the record: after its [#fingerprint()], before its cells.
    void unquote() {
        cells.unquote(buffer, recordStart, quote);
    }

    /// @return whether another cell follows in the record
    private boolean plainCell() throws IOException, PackageRefused {
        int start = position - recordStart;
        int seen = bits;
        int low = zeros;
        while (true) {
            byte[] bytes = buffer;
            int end = limit;
            for (int i = position; i < end; i++) {
                byte b = bytes[i];
                if (b == delimiter || b == '\n') {
                    position = i + 1;
                    bits = seen;
                    zeros = low;
                    if (b == '\n') {
                        recordEnd = i;
                    }
                    cells.add(buffer, recordStart, start, i - recordStart, false);
                    return b == delimiter;
                }
                seen |= b;
                low |= (b - 1) & ~b;
            }
            position = end;
            if (!more()) {
                bits = seen;
                zeros = low;
                recordEnd = position;
                cells.add(buffer, recordStart, start, position - recordStart, false);
                return false;
            }
        }
    }

    private boolean quotedCell() throws IOException, PackageRefused {
        int start = ++position - recordStart;
        boolean hasDoubled = false;
        quoteLine = nextLine;
        while (true) {
            if (position == limit && !more()) {
                throw new PackageRefused(neverClosed());
            }
            byte b = buffer[position++];
            if (b == quote) {
                boolean again = (position < limit || more()) && buffer[position] == quote;
                if (!again) {
                    break;
                }
                position++;
                hasDoubled = true;
            } else {
                if (b == '\n') {
                    nextLine++;
                }
                bits |= b;
                zeros |= (b - 1) & ~b;
            }
        }
        quoteLine = 0;
        int end = position - 1 - recordStart;
        return afterQuote(start, end, hasDoubled);
    }

    /// Nothing but blanks may stand between the closing quote and the delimiter.
    private boolean afterQuote(int start, int end, boolean hasDoubled) throws IOException, PackageRefused {
        boolean another = plainCell();
        if (cells.takeBack()) {
            fault = "un guillemet se ferme au milieu d’une valeur (près de la colonne " + (cells.count() + 1) + ")";
        }
        cells.add(buffer, recordStart, start, end, hasDoubled);
        return another;
    }

    /// Reads on; what is left of the record moves to the buffer's front.
    private boolean more() throws IOException, PackageRefused {
        if (recordStart > 0) {
            System.arraycopy(buffer, recordStart, buffer, 0, limit - recordStart);
            position -= recordStart;
            limit -= recordStart;
            recordStart = 0;
        }
        if (limit == buffer.length) {
            if (limit >= LONGEST_RECORD) {
                throw tooLong();
            }
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read <= 0) {
            return false;
        }
        limit += read;
        return true;
    }

    private PackageRefused tooLong() {
        return new PackageRefused("la ligne " + line + " est trop longue : au plus 1 Mo est lu"
                + (quoteLine == 0 ? "" : " ; sans doute " + neverClosed()));
    }

    private String neverClosed() {
        return "un guillemet ouvert à la ligne " + quoteLine + " n’est jamais refermé";
    }
}
