package nl.mtvp.suite.certificate;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A certificate with its private key. */
public record Identity(X509Certificate certificate, PrivateKey key) {

    /** Writes the key as PKCS #8 in PEM form, for nobody else to read. The file must not be there yet. */
    public void writeKey(Path file) {
        PrivateFile.write(file, pem("PRIVATE KEY", key.getEncoded()));
    }

    public void writeCertificate(Path file) {
        Authority.write(certificate, file);
    }

    public static String pem(String kind, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    /** Reads a private key in PEM form. */
    public static PrivateKey key(String algorithm, String pem) throws GeneralSecurityException {
        var encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
