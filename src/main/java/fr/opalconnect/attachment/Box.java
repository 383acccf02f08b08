package fr.opalconnect.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One box of an ISO base media file (ISO/IEC 14496-12), of which HEIC is one.
///
/// @param type four letters
/// @param at   where its content begins in the file
/// @param end  where the next one begins
record Box(String type, int at, int end) {
    /// A picture of three hundred pieces has as many; others are made to fill the memory.
    private static final int MOST = 4_096;

    /// The boxes between two places of a file.
    static List<Box> in(ByteBuffer file, int from, int to) throws Unfit {
        List<Box> boxes = new ArrayList<>();
        int at = from;
        while (at < to) {
            if (at + 8 > to || boxes.size() == MOST) {
                throw new Unfit(Refusal.BROKEN);
            }
            long size = file.getInt(at) & 0xFFFF_FFFFL;
            int head = 8;
            if (size == 1) {
                size = at + 16 <= to ? file.getLong(at + 8) : -1;
                head = 16;
            } else if (size == 0) {
                size = (long) to - at;
            }
            if (size < head || size > to - at) {
                throw new Unfit(Refusal.BROKEN);
            }
            byte[] type = new byte[4];
            file.get(at + 4, type);
            boxes.add(new Box(new String(type, StandardCharsets.ISO_8859_1), at + head, at + (int) size));
            at += (int) size;
        }
        return boxes;
    }

    static Box need(List<Box> boxes, String type) throws Unfit {
        Box found = find(boxes, type);
        if (found == null) {
            throw new Unfit(Refusal.BROKEN);
        }
        return found;
    }

    static @Nullable Box find(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type.equals(type)).findFirst().orElse(null);
    }
}
