package nl.mtvp.contract.party.domain;

import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Uzovi;

/** A health insurer, known by the code under which it contracts (D22). */
public record Insurer(Uzovi uzovi, String name) {

    public Insurer {
        Present.all(uzovi, name);
    }
}
