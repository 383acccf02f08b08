package fr.opalconnect.exchange;

import fr.opalconnect.platform.FileIntake;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The files of a package, which is a folder or a ZIP. Nothing is ever unpacked to disk: an entry is read as it is
/// streamed, so its name can lead nowhere, and it is counted as it comes out.
abstract sealed class PackageFiles implements Closeable, FileIntake.Contents {
    static final String DESCRIPTOR = "datapackage.json";

    /// @param largest how many bytes a single file may have once unpacked
    static PackageFiles open(Path path, long largest) throws IOException, PackageRefused {
        String name = String.valueOf(path.getFileName());
        if (!Files.exists(path)) {
            throw refused(name, "le paquet n’existe pas");
        }
        if (Files.isDirectory(path) ? !Files.isExecutable(path) : !Files.isReadable(path)) {
            throw refused(name, "le paquet ne peut pas être lu : ses droits ne le permettent pas");
        }
        if (Files.isDirectory(path)) {
            return new Folder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw refused(name, "le paquet n’est ni un dossier ni un fichier ZIP lisible");
        }
        try {
            return new Zip(new ZipFile(path.toFile()), name, largest);
        } catch (ZipException e) {
            throw refused(name, "le paquet n’est ni un dossier ni un fichier ZIP lisible");
        }
    }

    private static PackageRefused refused(String name, String reason) {
        return new PackageRefused(List.of(Reject.ofFile(name, reason)));
    }

    /// Whether a name stays within the package, however it is put together.
    static boolean staysInside(String name) {
        return !name.isEmpty()
                && !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains(":")
                && name.indexOf('\0') < 0
                && !List.of(name.split("/", -1)).contains("..");
    }

    /// @param name relative to the descriptor
    @Override
    public abstract boolean has(String name);

    /// @param name relative to the descriptor, one that [#has]
    @Override
    public abstract InputStream open(String name) throws IOException;

    @Override
    public void close() throws IOException {}

    private static final class Folder extends PackageFiles {
        private final Path root;
        private final Path real;

        Folder(Path root) throws IOException {
            this.root = root;
            this.real = root.toRealPath();
        }

        /// No link leads out of the folder either.
        @Override
        public boolean has(String name) {
            try {
                Path file = root.resolve(name);
                return staysInside(name)
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && file.toRealPath().startsWith(real);
            } catch (IOException | InvalidPathException e) {
                return false;
            }
        }

        @Override
        public InputStream open(String name) throws IOException {
            try {
                return Files.newInputStream(root.resolve(name));
            } catch (AccessDeniedException e) {
                throw new UnreadableFile(name, "le fichier ne peut pas être lu : ses droits ne le permettent pas", e);
            } catch (NoSuchFileException e) {
                throw new UnreadableFile(name, "le fichier a disparu pendant la lecture du paquet", e);
            }
        }
    }

    private static final class Zip extends PackageFiles {
        private final ZipFile zip;
        private final long largest;
        private final Map<String, ZipEntry> entries = new HashMap<>();

        Zip(ZipFile zip, String archive, long largest) throws PackageRefused {
            this.zip = zip;
            this.largest = largest;
            String top = top();
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory() && entry.getName().startsWith(top)) {
                    String name = entry.getName().substring(top.length());
                    if (entries.put(name, entry) != null) {
                        throw refused(archive, "le ZIP contient deux fois le fichier " + name);
                    }
                }
            }
        }

        /// Most people zip the folder, not what is in it.
        private String top() {
            String found = "";
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                String name = all.nextElement().getName();
                if (name.equals(DESCRIPTOR)) {
                    return "";
                }
                if (name.matches("[^/]+/" + DESCRIPTOR)) {
                    found = name.substring(0, name.length() - DESCRIPTOR.length());
                }
            }
            return found;
        }

        @Override
        public boolean has(String name) {
            return staysInside(name) && entries.containsKey(name);
        }

        @Override
        public InputStream open(String name) throws IOException {
            @Nullable ZipEntry entry = entries.get(name);
            if (entry == null) {
                throw new IOException("no entry " + name);
            }
            return new Counted(zip.getInputStream(entry), name, entry, largest);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
