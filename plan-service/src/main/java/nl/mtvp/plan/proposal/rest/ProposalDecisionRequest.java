package nl.mtvp.plan.proposal.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.plan.proposal.ProposalUseCases.Ruling;
import nl.mtvp.plan.proposal.domain.Decision;
import nl.mtvp.plan.proposal.domain.Entry;
import nl.mtvp.plan.proposal.domain.ProposalState;

/** The national desk's decision. @param entry with an acceptance: how it stands in the catalogue; else left away */
public record ProposalDecisionRequest(
        @NotNull ProposalOutcome decision, @NotBlank @Size(max = 4_000) String reasons, @Valid EntryRequest entry)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return decision == null ? List.of() : Decision.faults(decision == ProposalOutcome.ACCEPTED, entry != null);
    }

    /** What the desk can say. */
    public enum ProposalOutcome {
        ACCEPTED,
        REJECTED
    }

    /** An intervention of the catalogue to be. */
    public record EntryRequest(
            @NotNull @Pattern(regexp = Entry.CODE_FORM, message = Entry.CODE_RULE) String code,
            @NotBlank @Size(max = 200) @OneLine String nameEn,
            @NotNull @SchemeTime LocalDate usableFrom) {}

    Ruling toDomain() {
        return new Ruling(
                ProposalState.valueOf(decision.name()),
                reasons,
                entry == null ? null : new Entry(entry.code(), entry.nameEn(), entry.usableFrom()));
    }
}
