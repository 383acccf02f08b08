package fr.opalconnect.exchange;

/// Remembers keys in a fixed space, whatever their number, and says of each whether it may have been there before.
/// It never overlooks one that was; a few that were not it suspects too, and PostgreSQL decides about those. So no
/// table of millions has to be grouped to find out that nothing in it is there twice. (A Bloom filter, all bits of a
/// key in one word.)
final class PerhapsTwice {
    private static final int BITS = 21;

    private final long[] words = new long[1 << BITS];

    /// @return false when this key was surely not added before
    boolean add(long hash) {
        int word = (int) (hash >>> (64 - BITS));
        long mask = (1L << hash) | (1L << (hash >> 6)) | (1L << (hash >> 12));
        long before = words[word];
        words[word] = before | mask;
        return (before & mask) == mask;
    }

    void clear() {
        java.util.Arrays.fill(words, 0);
    }
}
