package nl.mtvp.plan.proposal.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import nl.mtvp.plan.proposal.domain.Idea;
import nl.mtvp.plan.proposal.domain.Proposer;

/**
 * A new intervention, as a practice or an RHO proposes it.
 *
 * @param agb the practice that proposes; left away when the RHO does
 * @param rho the RHO that proposes; left away when the practice does
 * @param uzovi the insurer that is asked to forward it
 * @param name its Dutch name
 */
public record ProposalRequest(
        Agb agb,
        @Size(max = 40) @OneLine String rho,
        @NotNull Uzovi uzovi,
        @NotNull Kernelement kernelement,
        @NotBlank @Size(max = 200) @OneLine String name,
        @NotBlank @Size(max = 4_000) String description,
        @NotBlank @Size(max = 4_000) String motivation,
        @NotBlank @Size(max = 4_000) String expectedEffect)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return Proposer.faults(agb, rho);
    }

    Idea idea() {
        return new Idea(kernelement, name, description, motivation, expectedEffect);
    }
}
