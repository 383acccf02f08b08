package fr.opalconnect.attachment;

import org.jspecify.annotations.Nullable;

/// A file after it was made harmless.
///
/// @param width  in pixels, 0 when it is not a picture
/// @param height in pixels, 0 when it is not a picture
/// @param small  a JPEG of 30 kB at most; null when there is none
@SuppressWarnings("ArrayRecordComponent") // never compared
record Clean(FileKind kind, byte[] bytes, int width, int height, byte @Nullable [] small) {
    static Clean of(FileKind kind, byte[] bytes) {
        return new Clean(kind, bytes, 0, 0, null);
    }
}
