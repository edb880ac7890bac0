package nl.mtvp.contract.eligibility.domain;

import java.util.Objects;
import nl.mtvp.contract.contract.domain.Signature;

/** Who wrote a statement down, and when. */
public record Stated(Author author, Signature by) {

    public Stated {
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(by, "by");
    }
}
