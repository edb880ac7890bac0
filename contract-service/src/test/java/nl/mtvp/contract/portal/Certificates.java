package nl.mtvp.contract.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of a test's own, and what it certifies, as PKCS 12 files in a folder. */
final class Certificates {

    static final char[] PASSWORD = "test-only".toCharArray();

    private static final AtomicLong SERIALS = new AtomicLong(1);

    private final KeyPair keys;
    private final X509Certificate authority;

    Certificates(String name) {
        keys = keys();
        authority = certificate(
                new X500Name("CN=" + name), new X500Name("CN=" + name), keys, keys, true, Duration.ofDays(1));
    }

    /** Everything that this authority certifies is trusted by who uses this file. */
    void trust(Path file) {
        store(file, store -> store.setCertificateEntry("authority", authority));
    }

    /** @param valid from an hour, or more, ago for so long: less is expired */
    void issue(Path file, String subject, Duration valid) {
        var own = keys();
        var certificate = certificate(authorityName(), new X500Name(subject), own, keys, false, valid);
        store(
                file,
                store -> store.setKeyEntry(
                        "own", own.getPrivate(), PASSWORD, new Certificate[] {certificate, authority}));
    }

    static HttpClient client(Path own, Path trusted) {
        return HttpClient.newBuilder().sslContext(context(own, trusted)).build();
    }

    /** @param own null: comes without a certificate */
    static SSLContext context(Path own, Path trusted) {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KeyStore.getInstance(trusted.toFile(), PASSWORD));
            var context = SSLContext.getInstance("TLS");
            if (own == null) {
                context.init(null, trust.getTrustManagers(), null);
                return context;
            }
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(KeyStore.getInstance(own.toFile(), PASSWORD), PASSWORD);
            var keys = (X509ExtendedKeyManager) managers.getKeyManagers()[0];
            context.init(new KeyManager[] {new Shown(keys)}, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private X500Name authorityName() {
        return new X500Name(authority.getSubjectX500Principal().getName());
    }

    private static X509Certificate certificate(
            X500Name issuer, X500Name subject, KeyPair own, KeyPair signing, boolean authority, Duration valid) {
        // The system's clock, as TLS has it.
        var now = System.currentTimeMillis();
        var from = new Date(now - Duration.ofHours(1).toMillis());
        var until = new Date(from.getTime() + valid.toMillis());
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer, BigInteger.valueOf(SERIALS.incrementAndGet()), from, until, subject, own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Entry {
        void addTo(KeyStore store) throws GeneralSecurityException;
    }

    private static void store(Path file, Entry entry) {
        try (var out = Files.newOutputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            entry.addTo(store);
            store.store(out, PASSWORD);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Shows its certificate to everybody, also to a server that says that it does not trust its authority. */
    private static final class Shown extends X509ExtendedKeyManager {

        private final X509ExtendedKeyManager keys;

        Shown(X509ExtendedKeyManager keys) {
            this.keys = keys;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return "own";
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return "own";
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return "own";
        }

        @Override
        public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
            return "own";
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"own"};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[] {"own"};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return keys.getCertificateChain("own");
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return keys.getPrivateKey("own");
        }
    }
}
