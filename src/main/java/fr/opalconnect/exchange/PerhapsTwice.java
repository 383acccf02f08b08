package fr.opalconnect.exchange;

/// Remembers keys in a fixed space, whatever their number, and says of each whether it may have been there before.
/// It never overlooks one that was; where there are many millions it suspects some that were not, and PostgreSQL
/// decides about those. So no table of millions has to be grouped to find out that nothing in it is there twice. (A
/// Bloom filter, the same four bits of a key in two words.)
final class PerhapsTwice {
    private static final int BITS = 22; // 32 MB

    private final long[] words = new long[1 << BITS];

    /// @return false when this key was surely not added before
    boolean add(long hash) {
        int one = (int) (hash >>> (64 - BITS));
        int other = (int) (hash >>> (64 - 2 * BITS)) & (words.length - 1);
        long mask = (1L << hash) | (1L << (hash >> 6)) | (1L << (hash >> 12)) | (1L << (hash >> 18));
        boolean before = (words[one] & words[other] & mask) == mask;
        words[one] |= mask;
        words[other] |= mask;
        return before;
    }

    void clear() {
        java.util.Arrays.fill(words, 0);
    }
}
