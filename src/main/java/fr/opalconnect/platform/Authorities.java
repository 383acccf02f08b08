package fr.opalconnect.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Whose certificates are believed beside the JVM's own authorities: a landlord's relay, message centre or store often
/// has one from an authority of the house. Believed by all that this program calls, for it all takes the JVM's context.
public final class Authorities {
    private Authorities() {}

    /// Before anything is called.
    ///
    /// @param pem a file with one or more certificates (`opal.tls.authorities`); null or empty for none
    public static void trust(@Nullable String pem) {
        if (pem == null || pem.isBlank()) {
            return;
        }
        List<Certificate> own = read(Path.of(pem));
        try {
            List<Certificate> all = new ArrayList<>(usual());
            all.addAll(own);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory(all).getTrustManagers(), null);
            SSLContext.setDefault(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Certificate> read(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            List<Certificate> certificates =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (IOException e) {
            throw new UnusableSetting("opal.tls.authorities: the file " + pem + " cannot be read.");
        } catch (GeneralSecurityException e) {
            // said below
        }
        throw new UnusableSetting("opal.tls.authorities: the file " + pem
                + " holds no certificate. It begins with -----BEGIN CERTIFICATE-----.");
    }

    private static List<Certificate> usual() throws GeneralSecurityException {
        TrustManagerFactory jvm = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        jvm.init((KeyStore) null);
        return Arrays.stream(jvm.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .map(Certificate.class::cast)
                .toList();
    }

    private static TrustManagerFactory factory(List<Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
