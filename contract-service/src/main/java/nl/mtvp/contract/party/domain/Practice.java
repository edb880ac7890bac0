package nl.mtvp.contract.party.domain;

import java.util.Objects;
import nl.mtvp.kernel.identity.Agb;

/** A practice, known by its AGB code; its enterprise signs for it (D22). */
public record Practice(Agb agb, String name, Enterprise enterprise) {

    public Practice {
        Objects.requireNonNull(agb, "agb");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(enterprise, "enterprise");
    }
}
