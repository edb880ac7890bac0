package nl.mtvp.contract.offer.domain;

import nl.mtvp.contract.contract.domain.Present;

/**
 * What a practice says with its acceptance, and how it was signed (D26).
 *
 * @param othersMayFollow whether the practice lets other insurers follow (D30)
 */
public record Acceptance(Affirmations affirmations, boolean othersMayFollow, Signed signed) {

    public Acceptance {
        Present.all(affirmations, signed);
    }
}
