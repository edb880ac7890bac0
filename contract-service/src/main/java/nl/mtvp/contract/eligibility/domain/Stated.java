package nl.mtvp.contract.eligibility.domain;

import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;

/** Who wrote a statement down, and when. */
public record Stated(Author author, Signature by) {

    public Stated {
        Present.all(author, by);
    }
}
