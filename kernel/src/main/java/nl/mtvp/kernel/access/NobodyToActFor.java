package nl.mtvp.kernel.access;

import java.util.Collection;
import java.util.TreeSet;
import nl.mtvp.kernel.failure.DomainFailure;

/** Somebody has a role that may do this, and no claim that says for whom. */
public class NobodyToActFor extends DomainFailure {

    public NobodyToActFor(Collection<String> roles) {
        super(
                Kind.FORBIDDEN,
                "not-yours",
                "this takes one of the roles " + new TreeSet<>(roles)
                        + ", together with the claim that says for whom: uzovi of an insurer, agb of a practice, rho of a"
                        + " regional organisation. Ask for a token that has both.");
    }
}
