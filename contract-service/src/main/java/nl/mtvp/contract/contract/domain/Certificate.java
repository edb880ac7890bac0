package nl.mtvp.contract.contract.domain;

import java.util.UUID;

/** The evidence of an acceptance (D27): its document as it was frozen, which never changes. */
public record Certificate(UUID contractId, Frozen frozen) {

    public Certificate {
        Present.all(contractId, frozen);
    }

    /** Freezes a document. */
    public static Certificate of(UUID contractId, Object document) {
        return new Certificate(contractId, Frozen.of(document));
    }

    /** SHA-256 of the document, in hexadecimal. */
    public String digest() {
        return frozen.digest();
    }
}
