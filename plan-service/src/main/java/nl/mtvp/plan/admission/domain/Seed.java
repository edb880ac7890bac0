package nl.mtvp.plan.admission.domain;

import java.util.Arrays;
import java.util.HexFormat;
import nl.mtvp.kernel.json.Digests;

/** The 32 bytes that the notary thinks of, commits to before the freeze, and reveals for the draw (D20). */
public final class Seed {

    public static final String FORM = "[0-9a-f]{64}";
    public static final String RULE = "a seed is 32 bytes in lower-case hexadecimal: 64 digits";

    private final byte[] bytes;

    private Seed(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if the text is not 64 lower-case hexadecimal digits */
    public static Seed of(String hex) {
        if (hex == null || !hex.matches(FORM)) {
            throw new IllegalArgumentException(RULE);
        }
        return new Seed(HexFormat.of().parseHex(hex));
    }

    /** The SHA-256 of the seed's bytes: what the notary hands in first. */
    public byte[] commitment() {
        return Digests.sha256(bytes);
    }

    public boolean matches(byte[] commitment) {
        return Arrays.equals(commitment(), commitment);
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
