package fr.opalconnect.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The photos of newer phones. They are not decoded here; what they say besides the picture (place, camera, a film of
/// the moment before) is overwritten where it lies, so that every offset stays true.
final class Heic {
    /// A picture is built from these; the rest of a file is nobody's business.
    private static final Set<String> PARTS = Set.of("ftyp", "meta", "mdat");

    private static final Set<String> PICTURES = Set.of("hvc1", "hev1", "grid", "iovl", "iden");

    private Heic() {}

    /// @throws Unfit when it is not a picture of this kind, or none that can be followed to its last byte
    static byte[] clean(byte[] original) throws Unfit {
        byte[] bytes = original.clone();
        ByteBuffer file = ByteBuffer.wrap(bytes);
        List<Box> parts = Box.in(file, 0, bytes.length);
        if (parts.isEmpty() || !parts.getFirst().type().equals("ftyp")) {
            throw new Unfit(Refusal.BROKEN);
        }
        if (Box.find(parts, "moov") != null) {
            throw new Unfit(Refusal.OTHER_KIND); // a film
        }
        Box meta = Box.need(parts, "meta");
        List<Box> inner = Box.in(file, meta.at() + 4, meta.end());
        Map<Integer, String> items = items(file, Box.need(inner, "iinf"));
        if (items.values().stream().noneMatch(PICTURES::contains)) {
            throw new Unfit(Refusal.BROKEN);
        }
        // What no picture is made of is overwritten: other items, and what hides between them.
        BitSet seen = new BitSet(bytes.length);
        ItemPlaces.read(file, inner, items.keySet()).forEach((item, ranges) -> {
            if (PICTURES.contains(items.get(item))) {
                ranges.forEach(range -> seen.set(range.from(), range.to()));
            }
        });
        for (Box part : parts) {
            if (part.type().equals("mdat")) {
                blank(bytes, part.at(), part.end(), seen);
            } else if (!PARTS.contains(part.type())) {
                forget(bytes, part);
            }
        }
        for (Box box : inner) {
            if (box.type().equals("idat")) {
                blank(bytes, box.at(), box.end(), seen);
            } else if (Set.of("uuid", "udta", "xml ", "bxml").contains(box.type())) {
                forget(bytes, box);
            }
        }
        return bytes;
    }

    private static void blank(byte[] bytes, int from, int to, BitSet seen) {
        for (int at = seen.nextClearBit(from); at < to; at = seen.nextClearBit(at)) {
            int next = seen.nextSetBit(at);
            int end = next < 0 ? to : Math.min(next, to);
            Arrays.fill(bytes, at, end, (byte) 0);
            at = end;
        }
    }

    /// Becomes empty space of the same length.
    private static void forget(byte[] bytes, Box box) {
        Arrays.fill(bytes, box.at(), box.end(), (byte) 0);
        byte[] free = "free".getBytes(StandardCharsets.US_ASCII);
        int head = box.at() - 8;
        boolean longHead = head >= 8 && ByteBuffer.wrap(bytes).getInt(head - 8) == 1;
        System.arraycopy(free, 0, bytes, (longHead ? head - 8 : head) + 4, 4);
    }

    /// Which items there are, by their number, and of what type: `hvc1`, `Exif`, `mime`.
    private static Map<Integer, String> items(ByteBuffer file, Box iinf) throws Unfit {
        int version = file.get(iinf.at());
        int entries = iinf.at() + (version == 0 ? 6 : 8);
        Map<Integer, String> items = new HashMap<>();
        for (Box entry : Box.in(file, entries, iinf.end())) {
            int infe = file.get(entry.at());
            if (!entry.type().equals("infe") || infe < 2 || infe > 3) {
                throw new Unfit(Refusal.BROKEN);
            }
            int id = infe == 2 ? file.getShort(entry.at() + 4) & 0xFFFF : file.getInt(entry.at() + 4);
            byte[] type = new byte[4];
            file.get(entry.at() + (infe == 2 ? 8 : 10), type);
            items.put(id, new String(type, StandardCharsets.ISO_8859_1));
        }
        return items;
    }
}
