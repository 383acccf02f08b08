package fr.opalconnect.exchange;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A 64-bit hash of a line, eight bytes at a time. It tells a line that is the same as last night from one that is not;
/// it guards against nobody.
final class Fingerprint {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xD6E8FEB86659FD93L;

    private Fingerprint() {}

    static long of(byte[] bytes, int from, int to) {
        return of(0, bytes, from, to);
    }

    /// @param before the fingerprint of what comes before, so that several parts make one
    static long of(long before, byte[] bytes, int from, int to) {
        long hash = before ^ FIRST ^ (to - from);
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = fold(hash ^ (long) EIGHT.get(bytes, at), FIRST);
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = (rest << 8) | (bytes[at] & 0xFF);
        }
        return fold(fold(hash ^ rest, SECOND), FIRST);
    }

    /// Both halves of the product: each bit of the input reaches each bit of the hash.
    private static long fold(long a, long b) {
        return Math.unsignedMultiplyHigh(a, b) ^ (a * b) ^ Long.rotateLeft(a, 32);
    }
}
