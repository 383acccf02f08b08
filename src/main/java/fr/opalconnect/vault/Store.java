package fr.opalconnect.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where sealed files lie. A name is 32 hexadecimal digits, drawn by lot; nothing under it ever changes.
interface Store {
    /// What lies there.
    ///
    /// @param size of what lies there, which is more than was put
    record Found(String name, long size, Instant writtenAt) {}

    /// Begins to write. Until it is [Writing#done()] there is nothing under that name.
    Writing write(String name) throws IOException;

    /// @param from the first byte wanted
    /// @return null when there is nothing of that name
    @Nullable
    InputStream read(String name, long from) throws IOException;

    /// Does nothing when it is gone already.
    void delete(String name) throws IOException;

    /// All whose names begin so, in any order.
    void list(String prefix, Consumer<Found> each) throws IOException;

    /// Throws away what was begun before that time and never done.
    void forgetUnfinished(Instant before) throws IOException;

    /// Something on its way in. Closed before it is done, it is as if it had never been.
    abstract class Writing extends OutputStream {
        @Override
        public abstract void write(byte[] bytes, int offset, int length) throws IOException;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        /// All of it has come: from now on it is there, whatever happens.
        abstract void done() throws IOException;

        @Override
        public abstract void close() throws IOException;
    }
}
