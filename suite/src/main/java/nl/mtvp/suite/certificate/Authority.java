package nl.mtvp.suite.certificate;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import nl.mtvp.suite.common.Io;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for one stack, or one test: made on the spot, and forgotten with it. Its own key never
 * leaves the process.
 */
public final class Authority {

    private static final String CURVE = "secp256r1";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final String OUR_OWN = "a certificate of our own making";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private Authority(X500Name name, KeyPair keys, X509Certificate certificate) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
    }

    public static Authority named(String commonName, Validity validity) {
        var name = new X500Name("C=NL,CN=" + commonName);
        var keys = keys();
        return Io.sure(OUR_OWN, () -> {
            var builder = builder(name, name, keys.getPublic(), validity)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Authority(name, keys, signed(builder, keys));
        });
    }

    /** A certificate for an organisation, good at both ends of a connection to this machine. */
    public Identity issue(Subject subject, Validity validity) {
        var subjectKeys = keys();
        return Io.sure(OUR_OWN, () -> {
            var builder = builder(name, subject.name(), subjectKeys.getPublic(), validity)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                    }))
                    .addExtension(Extension.subjectAlternativeName, false, loopback());
            return new Identity(signed(builder, keys), subjectKeys.getPrivate());
        });
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public void writeCertificate(Path file) {
        write(certificate, file);
    }

    static void write(X509Certificate certificate, Path file) {
        var pem = Identity.pem("CERTIFICATE", Io.sure(OUR_OWN, certificate::getEncoded));
        Io.run("the certificate " + file + " cannot be written", () -> Files.writeString(file, pem));
    }

    private static GeneralNames loopback() {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, "localhost")
        });
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Validity validity) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, RANDOM),
                Date.from(validity.from()),
                Date.from(validity.until()),
                subject,
                key);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair signer) {
        return Io.sure("every Java platform has " + SIGNATURE, () -> {
            var signing = new JcaContentSignerBuilder(SIGNATURE).build(signer.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signing));
        });
    }

    private static KeyPair keys() {
        return Io.sure("every Java platform has " + CURVE, () -> {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        });
    }
}
