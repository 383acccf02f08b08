package fr.opalconnect.exchange;

import fr.opalconnect.exchange.Descriptor.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 of what a package brings: its files, how they are to be read, and whether they are all there is. When it was
/// written and how it is wrapped make no difference.
final class PackageHash {
    private PackageHash() {}

    static String of(PackageFiles files, Descriptor descriptor) throws IOException, PackageRefused {
        MessageDigest whole = sha256();
        whole.update(descriptor.mode().word().getBytes(StandardCharsets.US_ASCII));
        for (Resource resource : descriptor.resources().values()) {
            String how = "\n" + resource.name() + " " + resource.dialect() + " ";
            whole.update(how.getBytes(StandardCharsets.UTF_8));
            try {
                whole.update(of(files, resource));
            } catch (UnreadableFile e) {
                throw new PackageRefused(List.of(e.fault()));
            }
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    private static byte[] of(PackageFiles files, Resource resource) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 17];
        try (InputStream in = files.open(resource.path())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }
}
