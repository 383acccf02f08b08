package fr.opalconnect.attachment;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the items of a HEIC lie in the file, as its `iloc` box says.
final class ItemPlaces {
    record Range(int from, int to) {}

    /// Items and their ranges together; the largest photo of a phone has some three hundred.
    private static final int MOST = 4_096;

    private final ByteBuffer file;
    private final @Nullable Box idat;
    private int at;

    private ItemPlaces(ByteBuffer file, int at, @Nullable Box idat) {
        this.file = file;
        this.at = at;
        this.idat = idat;
    }

    /// @throws Unfit when one of them lies outside of the file
    static Map<Integer, List<Range>> read(ByteBuffer file, List<Box> meta, Set<Integer> known) throws Unfit {
        Box iloc = Box.need(meta, "iloc");
        return new ItemPlaces(file, iloc.at(), Box.find(meta, "idat")).all(iloc.end(), known);
    }

    private Map<Integer, List<Range>> all(int end, Set<Integer> known) throws Unfit {
        int version = (int) number(1);
        at += 3; // flags
        int sizes = (int) number(2);
        int offsetSize = sizes >> 12;
        int lengthSize = (sizes >> 8) & 0xF;
        int baseSize = sizes >> 4 & 0xF;
        int indexSize = version == 0 ? 0 : sizes & 0xF;
        long count = number(version < 2 ? 2 : 4);
        long all = count; // each may take no byte at all of the file, so that its length is no bound
        Map<Integer, List<Range>> places = new HashMap<>();
        for (long i = 0; i < count; i++) {
            int id = (int) number(version < 2 ? 2 : 4);
            int construction = version == 0 ? 0 : (int) number(2) & 0xF;
            long reference = number(2);
            long base = number(baseSize);
            long extents = number(2);
            all += extents;
            if (all > MOST) {
                throw new Unfit(Refusal.BROKEN);
            }
            List<Range> ranges = new ArrayList<>();
            for (long extent = 0; extent < extents; extent++) {
                number(indexSize);
                long offset = number(offsetSize);
                ranges.add(range(construction, reference, base + offset, number(lengthSize)));
            }
            if (at > end || (!known.contains(id) && !ranges.isEmpty())) {
                throw new Unfit(Refusal.BROKEN);
            }
            places.put(id, ranges);
        }
        return places;
    }

    /// Within this file (0), or within its `idat` box (1); anything else is no photo of a phone.
    private Range range(int construction, long reference, long offset, long length) throws Unfit {
        long from = offset;
        long end = file.limit();
        if (construction == 1 && idat != null) {
            from += idat.at();
            end = idat.end();
        } else if (construction != 0 || reference != 0) {
            throw new Unfit(Refusal.BROKEN);
        }
        if (from < 0 || length < 0 || from > end || length > end - from) {
            throw new Unfit(Refusal.BROKEN);
        }
        return new Range((int) from, (int) (from + length));
    }

    private long number(int bytes) throws Unfit {
        if (bytes > 8 || at + bytes > file.limit()) {
            throw new Unfit(Refusal.BROKEN);
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << 8) | (file.get(at++) & 0xFF);
        }
        return value;
    }
}
