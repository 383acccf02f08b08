package fr.opalconnect.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A folder: a file for each, below a folder of the first two digits of its name, readable by the program only.
final class FolderStore implements Store {
    private static final String COMING = "coming";

    private final Path root;

    FolderStore(Path root) {
        this.root = root.toAbsolutePath();
    }

    @Override
    public Writing write(String name) throws IOException {
        Path coming = folder(COMING).resolve(name);
        return new FileWriting(coming, folder(name.substring(0, 2)).resolve(name));
    }

    @Override
    public @Nullable InputStream read(String name, long from) throws IOException {
        try {
            SeekableByteChannel file = Files.newByteChannel(place(name));
            return Channels.newInputStream(file.position(from));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(place(name));
    }

    @Override
    public void list(String prefix, Consumer<Found> each) throws IOException {
        Path folder = root.resolve(prefix.substring(0, 2));
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path file : files) {
                BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                each.accept(new Found(
                        String.valueOf(file.getFileName()),
                        facts.size(),
                        facts.lastModifiedTime().toInstant()));
            }
        }
    }

    @Override
    public void forgetUnfinished(Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(COMING))) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path place(String name) {
        return root.resolve(name.substring(0, 2)).resolve(name);
    }

    private Path folder(String name) throws IOException {
        Path folder = root.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(root);
        if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
            var mineOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            try {
                return Files.createDirectory(folder, mineOnly);
            } catch (FileAlreadyExistsException e) {
                return folder; // another thread was quicker
            }
        }
        return Files.createDirectories(folder);
    }

    /// Written beside, then moved: whoever looks sees all of it or nothing.
    private static final class FileWriting extends Writing {
        private final Path coming;
        private final Path place;
        private final FileChannel file;

        FileWriting(Path coming, Path place) throws IOException {
            this.coming = coming;
            this.place = place;
            this.file = FileChannel.open(coming, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        }

        @Override
        void done() throws IOException {
            file.force(true); // a row that names it must not outlive it
            file.close();
            Files.move(coming, place, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            file.close();
            Files.deleteIfExists(coming);
        }
    }
}
