package nl.mtvp.contract.agreement.domain;

import java.util.Optional;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Present;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.failure.InvalidInput;

/** What an insurer arranged for an existing agreement (D32). */
public record Arrangement(UUID id, ArrangementKind kind, Optional<String> reason, Signature by) {

    /** @throws InvalidInput if the old agreement is left alone without a reason */
    public Arrangement {
        Present.all(id, kind, by);
        if (kind == ArrangementKind.NONE && reason.isEmpty()) {
            throw new InvalidInput(reasonNeeded());
        }
    }

    public static Fault reasonNeeded() {
        return Fault.inBody("/reason", "reason-needed", "say why nothing is deducted and the agreement goes on (D32)");
    }
}
