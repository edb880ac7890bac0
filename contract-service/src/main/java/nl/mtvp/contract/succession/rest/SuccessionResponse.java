package nl.mtvp.contract.succession.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.contract.contract.domain.Side;
import nl.mtvp.contract.contract.domain.Signature;
import nl.mtvp.contract.succession.domain.Succession;
import nl.mtvp.contract.succession.domain.SuccessionState;
import nl.mtvp.kernel.identity.Agb;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A succession as it is shown. People are shown as the token's {@code sub}. */
@Schema(name = "Succession")
public record SuccessionResponse(
        UUID id,
        UUID contractId,
        SuccessionState state,
        Agb oldAgb,
        Agb newAgb,
        LocalDate succeedsFrom,
        List<UUID> mergedContractIds,
        String grounds,
        Side proposedFor,
        String proposedBy,
        Instant proposedAt,
        @Schema(nullable = true) String confirmedBy,
        @Schema(nullable = true) Instant confirmedAt) {

    static SuccessionResponse of(Succession succession) {
        return new SuccessionResponse(
                succession.id(),
                succession.contractId(),
                succession.state(),
                succession.oldAgb(),
                succession.newAgb(),
                succession.from(),
                succession.merged(),
                succession.grounds(),
                succession.proposedFor(),
                succession.proposed().subject(),
                succession.proposed().at(),
                succession.confirmed().map(Signature::subject).orElse(null),
                succession.confirmed().map(Signature::at).orElse(null));
    }
}
