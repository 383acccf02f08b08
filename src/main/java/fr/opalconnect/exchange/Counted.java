package fr.opalconnect.exchange;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// An entry of a ZIP that is not to be trusted: stops where it unpacks to more than anybody would send, whatever the
/// archive says of its sizes, and says in words where it is damaged. The JDK's [java.util.zip.ZipFile] compares no
/// check sum: a digit that changed on the way would be taken for the ERP's.
final class Counted extends FilterInputStream {
    private final String name;
    private final ZipEntry entry;
    private final long largest;
    private final CRC32 sum = new CRC32();
    private long count;

    Counted(InputStream in, String name, ZipEntry entry, long largest) {
        super(in);
        this.name = name;
        this.entry = entry;
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
            throw damaged(e);
        }
        if (read < 0) {
            compare();
            return read;
        }
        sum.update(buffer, offset, read);
        count += read;
        if (count > largest) {
            String most = "le fichier dépasse " + largest / 1_000_000 + " Mo une fois décompressé";
            throw new UnreadableFile(name, most, null);
        }
        return read;
    }

    private void compare() throws UnreadableFile {
        if (sum.getValue() != entry.getCrc() || count != entry.getSize()) {
            throw damaged(null);
        }
    }

    private UnreadableFile damaged(@Nullable Exception why) {
        return new UnreadableFile(name, "le fichier est abîmé dans le ZIP", why);
    }
}
