package nl.mtvp.suite.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Set;

/** A certificate with its private key. */
public record Identity(X509Certificate certificate, PrivateKey key) {

    private static final FileAttribute<Set<PosixFilePermission>> MINE_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Writes the key as PKCS #8 in PEM form, for nobody else to read. The file must not be there yet. */
    public void writeKey(Path file) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, MINE_ONLY);
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, pem("PRIVATE KEY", key.getEncoded()), StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException("the key " + file + " cannot be written", failure);
        }
    }

    public void writeCertificate(Path file) {
        Authority.write(certificate, file);
    }

    static String pem(String kind, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
