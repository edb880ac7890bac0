package nl.mtvp.plan.proposal.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.plan.catalogue.domain.Kernelement;
import nl.mtvp.plan.proposal.domain.Answer;
import nl.mtvp.plan.proposal.domain.Decision;
import nl.mtvp.plan.proposal.domain.Proposal;
import nl.mtvp.plan.proposal.domain.ProposalState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A proposal, with what the insurer and the national desk said.
 *
 * @param agb null when the RHO proposes
 * @param answer the insurer's word, or null
 * @param decision the national desk's, or null
 */
public record ProposalResponse(
        UUID id,
        @Schema(nullable = true) Agb agb,
        String rho,
        Uzovi uzovi,
        Kernelement kernelement,
        String name,
        String description,
        String motivation,
        String expectedEffect,
        ProposalState state,
        Instant proposedAt,
        @Schema(nullable = true) AnswerResponse answer,
        @Schema(nullable = true) DecisionResponse decision) {

    /** What the insurer said. */
    public record AnswerResponse(ProposalState outcome, @Schema(nullable = true) String reasons, Instant answeredAt) {

        static AnswerResponse of(Answer answer) {
            return answer == null
                    ? null
                    : new AnswerResponse(
                            answer.outcome(),
                            answer.reasons(),
                            answer.answered().at());
        }
    }

    /** What the national desk said; the last three are there when it accepted. */
    public record DecisionResponse(
            ProposalState outcome,
            String reasons,
            LocalDate decidedOn,
            Instant decidedAt,
            @Schema(nullable = true) String code,
            @Schema(nullable = true) String nameEn,
            @Schema(nullable = true) LocalDate usableFrom) {

        static DecisionResponse of(Decision decision) {
            if (decision == null) {
                return null;
            }
            var entry = decision.entry();
            return new DecisionResponse(
                    decision.outcome(),
                    decision.reasons(),
                    decision.decidedOn(),
                    decision.decided().at(),
                    entry == null ? null : entry.code(),
                    entry == null ? null : entry.nameEn(),
                    entry == null ? null : entry.usableFrom());
        }
    }

    static ProposalResponse of(Proposal proposal) {
        var idea = proposal.idea();
        return new ProposalResponse(
                proposal.id(),
                proposal.agb(),
                proposal.rho(),
                proposal.uzovi(),
                idea.kernelement(),
                idea.name(),
                idea.description(),
                idea.motivation(),
                idea.expectedEffect(),
                proposal.state(),
                proposal.proposed().at(),
                AnswerResponse.of(proposal.answer()),
                DecisionResponse.of(proposal.decision()));
    }
}
