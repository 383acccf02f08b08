package fr.opalconnect.exchange;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/// An entry of a ZIP that is not to be trusted: stops where it unpacks to more than anybody would send, whatever the
/// archive says of its sizes, and says in words where it is damaged.
final class Counted extends FilterInputStream {
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
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (ZipException | EOFException e) {
            throw new UnreadableFile(name, "le fichier est abîmé dans le ZIP", e);
        }
        count += Math.max(0, read);
        if (count > largest) {
            String most = "le fichier dépasse " + largest / 1_000_000 + " Mo une fois décompressé";
            throw new UnreadableFile(name, most, null);
        }
        return read;
    }
}
