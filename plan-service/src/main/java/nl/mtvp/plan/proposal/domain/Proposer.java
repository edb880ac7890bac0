package nl.mtvp.plan.proposal.domain;

import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;
import nl.mtvp.kernel.identity.Agb;

/** Who proposes (D2): a practice or an RHO, one of the two. */
public record Proposer(Agb agb, String rho) {

    /** @throws InvalidInput unless it is one of the two */
    public Proposer {
        if (agb == null && rho == null) {
            throw new InvalidInput(notOne());
        }
        InvalidInput.ifAny(faults(agb, rho));
    }

    /** Both are too many; while one could not be read, neither is not too few. */
    public static List<Fault> faults(Agb agb, String rho) {
        return agb != null && rho != null ? notOne() : List.of();
    }

    private static List<Fault> notOne() {
        var detail = "D2: a practice (agb) or an RHO (rho) proposes, one of the two";
        return List.of(Fault.inBody("/agb", "one-proposer", detail), Fault.inBody("/rho", "one-proposer", detail));
    }
}
