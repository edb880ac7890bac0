package nl.mtvp.contract.eligibility.domain;

import java.util.Optional;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Big;

/** A general practitioner of a practice, as the practice states it. What is missing is a shortfall, not an error. */
public record Gp(String name, Optional<Big> big, Optional<Agb> personalAgb) {

    public Gp {
        Present.all(name, big, personalAgb);
    }

    /** By personal AGB codes where both are stated, else by name. */
    public boolean isSameAs(Gp other) {
        return personalAgb.isPresent() && other.personalAgb().isPresent()
                ? personalAgb.equals(other.personalAgb())
                : name.equals(other.name());
    }
}
