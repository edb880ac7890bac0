package nl.mtvp.verifier.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, and the chain's heads (D48). */
final class Hashes {

    /** The head before the first posting. */
    static final String GENESIS = "0".repeat(64);

    private Hashes() {}

    /** As it stands in what is hashed; what is absent is a dash. */
    static String orDash(Object value) {
        return value == null ? "-" : value.toString();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String head(String previous, String digest) {
        var head = sha256();
        head.update(HexFormat.of().parseHex(previous + digest));
        return hex(head);
    }

    /** A file's digest with the number of its lines. */
    record Content(long lines, long bytes, String sha256) {

        static Content of(Path file) throws IOException {
            var digest = Hashes.sha256();
            var buffer = new byte[1 << 16];
            long lines = 0;
            try (var in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    for (int at = 0; at < read; at++) {
                        lines += buffer[at] == '\n' ? 1 : 0;
                    }
                }
            }
            return new Content(lines, Files.size(file), hex(digest));
        }
    }
}
