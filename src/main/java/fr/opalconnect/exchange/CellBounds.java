package fr.opalconnect.exchange;

import java.util.Arrays;

/// Where the cells of one record begin and end, counted from the record's first byte.
final class CellBounds {
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    /// Whether the cell has doubled quotes in it.
    private boolean[] doubled = new boolean[32];

    private int count;

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean isEmpty(int cell) {
        return starts[cell] == ends[cell];
    }

    /// Adds a cell without the blanks around it.
    ///
    /// @param record where the record begins in the bytes
    void add(byte[] bytes, int record, int from, int to, boolean hasDoubled) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            doubled = Arrays.copyOf(doubled, count * 2);
        }
        int start = from;
        int end = to;
        while (start < end && isBlank(bytes[record + start])) {
            start++;
        }
        while (end > start && isBlank(bytes[record + end - 1])) {
            end--;
        }
        starts[count] = start;
        ends[count] = end;
        doubled[count++] = hasDoubled;
    }

    /// Takes the last cell back.
    ///
    /// @return whether there was something in it
    boolean takeBack() {
        count--;
        return !isEmpty(count);
    }

    /// Writes the cells anew with one quote where there were two.
    void unquote(byte[] bytes, int record, byte quote) {
        for (int cell = 0; cell < count; cell++) {
            if (doubled[cell]) {
                int to = record + starts[cell];
                for (int from = to; from < record + ends[cell]; from++) {
                    bytes[to++] = bytes[from];
                    if (bytes[from] == quote) {
                        from++;
                    }
                }
                ends[cell] = to - record;
                doubled[cell] = false;
            }
        }
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }
}
