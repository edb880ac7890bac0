package nl.mtvp.suite.story;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import nl.mtvp.suite.common.Io;

/**
 * The notary's seeds. Each draw has one of its own, made from the one given on the command line, since a seed is known
 * once it was revealed.
 */
public final class Seeds {

    /** The bytes of "Meer Tijd Voor de Patient 2023!!". */
    public static final String DEFAULT = "4d6565722054696a6420566f6f722064652050617469656e7420323032332121";

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] master;

    /** @param hex 32 bytes */
    public Seeds(String hex) {
        if (!hex.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("a seed is 32 bytes: 64 hexadecimal digits, not '" + hex + "'");
        }
        this.master = HEX.parseHex(hex);
    }

    String master() {
        return HEX.formatHex(master);
    }

    /** SHA-256 of the given seed and the round's name. */
    String of(String region, Quarter quarter) {
        var digest = Io.sha256();
        digest.update(master);
        return HEX.formatHex(digest.digest((region + "/" + quarter).getBytes(StandardCharsets.UTF_8)));
    }

    /** What the notary hands in before the freeze. */
    static String commitment(String seed) {
        return HEX.formatHex(Io.sha256().digest(HEX.parseHex(seed)));
    }
}
