package fr.opalconnect.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What goes to S3, in parts of eight megabytes, of which one is held; what fits into one goes in one request.
final class S3Writing extends Store.Writing {
    /// S3 takes 10,000 parts of at least five megabytes each.
    private static final int PART = 8 * 1024 * 1024;

    private final S3Store store;
    private final String name;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private final StringBuilder parts = new StringBuilder();
    private @Nullable String upload;
    private int number;
    private boolean done;

    S3Writing(S3Store store, String name) {
        this.store = store;
        this.name = name;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (part.size() == PART) {
                send();
            }
            int taken = Math.min(left, PART - part.size());
            part.write(bytes, from, taken);
            from += taken;
            left -= taken;
        }
    }

    private void send() throws IOException {
        if (upload == null) {
            upload = store.begin(name);
        }
        number++;
        String tag = store.part(name, upload, number, part.toByteArray());
        parts.append("<Part><PartNumber>")
                .append(number)
                .append("</PartNumber><ETag>")
                .append(tag.replace("\"", "&quot;"))
                .append("</ETag></Part>");
        part.reset();
    }

    @Override
    void done() throws IOException {
        if (upload == null) {
            store.put(name, part.toByteArray());
        } else {
            send();
            store.complete(name, upload, "<CompleteMultipartUpload>" + parts + "</CompleteMultipartUpload>");
        }
        done = true;
    }

    @Override
    public void close() throws IOException {
        if (!done && upload != null) {
            store.abort(name, upload);
        }
    }
}
