package nl.mtvp.contract.contract.domain;

import java.nio.charset.StandardCharsets;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;

/**
 * What a decision was taken on, as it was then: canonical JSON (RFC 8785) and its SHA-256 in hexadecimal.
 */
public record Frozen(String json, String digest) {

    public Frozen {
        if (!digest.equals(Digests.hex(Digests.sha256(json.getBytes(StandardCharsets.UTF_8))))) {
            throw new IllegalArgumentException("the digest is not that of the document");
        }
    }

    public static Frozen of(Object document) {
        return of(CanonicalJson.bytes(document));
    }

    public static Frozen of(byte[] bytes) {
        return new Frozen(new String(bytes, StandardCharsets.UTF_8), Digests.hex(Digests.sha256(bytes)));
    }

    /** The document as it is hashed. */
    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
