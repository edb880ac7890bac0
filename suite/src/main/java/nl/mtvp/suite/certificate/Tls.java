package nl.mtvp.suite.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.mtvp.suite.common.Io;

/** One end of connections in which both sides show a certificate. */
public final class Tls {

    private static final char[] NONE = {};

    private Tls() {}

    /**
     * @param own what this end shows; nothing shows nothing
     * @param trusted the authority whose certificates are believed
     */
    public static SSLContext context(Optional<Identity> own, X509Certificate trusted) {
        return Io.sure("no TLS with these certificates", () -> {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            var mine = empty();
            if (own.isPresent()) {
                mine.setKeyEntry("own", own.get().key(), NONE, new Certificate[] {
                    own.get().certificate()
                });
            }
            keys.init(mine, NONE);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            var theirs = empty();
            theirs.setCertificateEntry("authority", trusted);
            trust.init(theirs);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        });
    }

    /** Reads a key and its certificate, as {@link Identity} writes them. */
    public static Identity identity(Path certificate, Path key) {
        return new Identity(certificate(certificate), key(key));
    }

    public static X509Certificate certificate(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(file + " holds no certificate in PEM form", unreadable);
        }
    }

    private static PrivateKey key(Path file) {
        try {
            return Identity.key("EC", Files.readString(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(file + " holds no EC key in PEM form", unreadable);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
