package fr.opalconnect.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Walks along the lines of the last whole package while tonight's file is read, and says of each line whether it is
/// one of them. Exports come in nearly the same order every night, so only a window of the old lines is held: memory
/// stays flat. A line that moved out of the window is merely read like a new one.
final class KnownLines {
    /// More lines than this that are gone or different, and comparing is not worth its while.
    static final int MOST_LEFT = 400_000;

    private static final int AHEAD = 4;
    private static final int BEHIND = 4;
    /// So many lines in a row that nobody knows mean that a stretch of old ones is missing: look further ahead.
    private static final int LOST = 4096;
    private static final int WIDEST = 48;

    private final int chunks;
    private final IntFunction<KnownChunk> read;
    private final KeyList left = new KeyList();
    /// The chunks from `first` on.
    private final List<KnownChunk> window = new ArrayList<>();

    private int first;
    private int chunk;
    private int line;
    private int strangers;
    private int metChunk;
    private int metLine;

    /// @param read brings a chunk by its number
    KnownLines(int chunks, IntFunction<KnownChunk> read) {
        this.chunks = chunks;
        this.read = read;
        lookAhead(AHEAD);
    }

    /// Whether a line with this fingerprint was there and was not met yet.
    boolean meets(long fingerprint) {
        boolean held = chunk >= first && chunk - first < window.size();
        if (held && window.get(chunk - first).meet(line, fingerprint)) {
            return met(chunk, line);
        }
        for (int i = 0; i < window.size(); i++) {
            int found = window.get(i).meetAny(fingerprint);
            if (found >= 0) {
                return met(first + i, found);
            }
        }
        if (++strangers % LOST == 0) {
            lookAhead(window.size() + 1);
        }
        return false;
    }

    /// The chunk of the line that was met last.
    KnownChunk metChunk() {
        return window.get(metChunk - first);
    }

    int metLine() {
        return metLine;
    }

    /// Whether so much is different that the file had better be read as if nothing were known.
    boolean isHopeless() {
        return left.size() > MOST_LEFT;
    }

    /// The keys of the lines that were not met, once the file is at its end.
    KeyList left() {
        while (!window.isEmpty() || first < chunks) {
            if (window.isEmpty()) {
                window.add(read.apply(first));
            }
            dropFirst();
        }
        return left;
    }

    private boolean met(int inChunk, int atLine) {
        strangers = 0;
        metChunk = inChunk;
        metLine = atLine;
        chunk = inChunk;
        line = atLine + 1;
        if (line == window.get(inChunk - first).lines()) {
            chunk++;
            line = 0;
            while (chunk - first > BEHIND) {
                dropFirst();
            }
            lookAhead(chunk - first + AHEAD);
        }
        return true;
    }

    private void lookAhead(int wanted) {
        while (window.size() < wanted && first + window.size() < chunks) {
            window.add(read.apply(first + window.size()));
            if (window.size() > WIDEST) {
                dropFirst();
            }
        }
    }

    private void dropFirst() {
        KnownChunk gone = window.removeFirst();
        first++;
        for (int each = gone.nextNotMet(0); each >= 0; each = gone.nextNotMet(each + 1)) {
            left.add(gone.keys(), gone.keyStart(each), gone.keyEnd(each));
        }
    }
}
