package nl.mtvp.contract.party.domain;

import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Kvk;

/** The legal person that one or more practices belong to (D22). */
public record Enterprise(Kvk kvk, String name) {

    public Enterprise {
        Present.all(kvk, name);
    }
}
