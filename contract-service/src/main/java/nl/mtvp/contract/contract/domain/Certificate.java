package nl.mtvp.contract.contract.domain;

import java.util.Arrays;
import java.util.UUID;
import nl.mtvp.kernel.json.CanonicalJson;
import nl.mtvp.kernel.json.Digests;

/**
 * The evidence of an acceptance (D27): the canonical bytes (RFC 8785) of its document and their SHA-256. It never
 * changes.
 */
public record Certificate(UUID contractId, byte[] document, byte[] digest) {

    public Certificate {
        Present.all(contractId);
        document = document.clone();
        digest = digest.clone();
        if (!Arrays.equals(digest, Digests.sha256(document))) {
            throw new IllegalArgumentException("the digest is not that of the document");
        }
    }

    /** Freezes a document. */
    public static Certificate of(UUID contractId, Object document) {
        var bytes = CanonicalJson.bytes(document);
        return new Certificate(contractId, bytes, Digests.sha256(bytes));
    }

    @Override
    public byte[] document() {
        return document.clone();
    }

    @Override
    public byte[] digest() {
        return digest.clone();
    }

    public String digestHex() {
        return Digests.hex(digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate certificate
                && contractId.equals(certificate.contractId)
                && Arrays.equals(document, certificate.document);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return "certificate " + digestHex() + " of contract " + contractId;
    }
}
