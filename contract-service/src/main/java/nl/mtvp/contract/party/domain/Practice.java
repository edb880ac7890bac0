package nl.mtvp.contract.party.domain;

import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Agb;

/** A practice, known by its AGB code; its enterprise signs for it (D22). */
public record Practice(Agb agb, String name, Enterprise enterprise) {

    public Practice {
        Present.all(agb, name, enterprise);
    }
}
