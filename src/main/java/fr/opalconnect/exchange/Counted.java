package fr.opalconnect.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Stops a ZIP that unpacks to more than anybody would send: what the archive says of its sizes is not to be trusted.
final class Counted extends FilterInputStream {
    /// An entry that is larger than it may be.
    static final class TooLarge extends IOException {
        TooLarge(String name, long largest) {
            super("le fichier " + name + " du ZIP dépasse " + largest / 1_000_000 + " Mo une fois décompressé");
        }
    }

    private final String name;
    private final long largest;
    private long count;

    Counted(InputStream in, String name, long largest) {
        super(in);
        this.name = name;
        this.largest = largest;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        count += Math.max(0, read);
        if (count > largest) {
            throw new TooLarge(name, largest);
        }
    }
}
