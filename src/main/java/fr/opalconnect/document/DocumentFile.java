package fr.opalconnect.document;

import fr.opalconnect.document.DocumentFiles.Fault;
import fr.opalconnect.platform.FileIntake;
import fr.opalconnect.vault.Kept;
import fr.opalconnect.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes one file of a package: unpacked beside, looked at, put into the vault. Never in memory as a whole.
@Component
class DocumentFile {
    /// Files of this name are swept after a day where a killed program left them (see module attachment).
    private static final String PREFIX = "opal-upload-document-";

    private final Vault vault;
    private final ContentTable table;
    private final TransactionTemplate transactions;
    private final DocumentSettings settings;
    private final InstantSource clock;

    DocumentFile(
            Vault vault,
            ContentTable table,
            TransactionTemplate transactions,
            DocumentSettings settings,
            InstantSource clock) {
        this.vault = vault;
        this.table = table;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param sha256 that it should have
    /// @return what is wrong with it; null when all is well
    @Nullable
    Fault take(String path, String sha256, FileIntake.Contents contents, boolean keep) throws IOException {
        if (!contents.has(path)) {
            return new Fault("fichier", path, "le fichier n’est pas dans le paquet");
        }
        Path spooled = Files.createTempFile(PREFIX, ".part");
        try (InputStream content = contents.open(path)) {
            String found = spool(content, spooled);
            if (found == null) {
                return new Fault(
                        "fichier",
                        path,
                        "le fichier dépasse " + settings.largest().toMegabytes() + " Mo");
            }
            if (!found.equals(sha256)) {
                return new Fault("sha256", sha256, "le fichier du paquet a l’empreinte " + found);
            }
            return look(path, sha256, spooled, keep);
        } catch (FileIntake.Unusable e) {
            return new Fault("fichier", path, e.reason());
        } finally {
            Files.deleteIfExists(spooled);
        }
    }

    private @Nullable Fault look(String path, String sha256, Path file, boolean keep) throws IOException {
        FileType type = type(file);
        if (type == null) {
            return new Fault("fichier", path, "ni PDF, ni image JPEG ou PNG");
        }
        Integer pages;
        try {
            pages = type == FileType.PDF ? Integer.valueOf(Sheets.count(file)) : null;
        } catch (Sheets.Closed e) {
            return new Fault("fichier", path, e.reason);
        }
        if (keep) {
            keep(sha256, file, type, pages);
        }
        return null;
    }

    private void keep(String sha256, Path file, FileType type, @Nullable Integer pages) throws IOException {
        Kept kept;
        try (InputStream content = Files.newInputStream(file)) {
            kept = vault.put(content);
        }
        if (!kept.sha256().equals(sha256)) {
            throw new IOException("a file changed while it was taken");
        }
        Content content = new Content(sha256, kept.id(), kept.size(), pages, type);
        transactions.executeWithoutResult(status -> {
            boolean first = table.add(content, clock.instant());
            if (first && !vault.name(kept.id(), "documents.csv:" + sha256)) {
                throw new IllegalStateException("what was just put is gone");
            }
        });
    }

    /// @return its SHA-256; null when it is larger than anybody would send
    private @Nullable String spool(InputStream content, Path to) throws IOException {
        MessageDigest digest = sha256();
        long left = settings.largest().toBytes();
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                left -= read;
                if (left < 0) {
                    return null;
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static @Nullable FileType type(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return FileType.of(content.readNBytes(FileType.TELLING));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }
}
