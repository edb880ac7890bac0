package nl.mtvp.contract.succession.domain;

import nl.mtvp.kernel.failure.DomainFailure;

/** Nobody confirms the succession that they proposed themselves: four eyes (D35). */
public class OwnSuccession extends DomainFailure {

    public OwnSuccession() {
        super(
                Kind.FORBIDDEN,
                "own-succession",
                "you proposed this yourself; somebody else of the insurer has to confirm it (four eyes, D35)");
    }
}
