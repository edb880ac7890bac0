package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.identity.Uzovi;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.kernel.rest.constraint.SchemeTime;
import nl.mtvp.plan.regioplan.ApprovalUseCases.Push;
import nl.mtvp.plan.regioplan.domain.Evidence;
import nl.mtvp.plan.regioplan.rest.WrittenRequest.ActivityRequest;
import nl.mtvp.plan.regioplan.rest.WrittenRequest.AgreementRequest;
import nl.mtvp.plan.regioplan.rest.WrittenRequest.ChallengeRequest;
import nl.mtvp.plan.regioplan.rest.WrittenRequest.RhoShareRequest;

/**
 * A plan that was agreed elsewhere, with each party's approval.
 *
 * @param regioplanId the plan of which this is a new version; left away for a new plan
 */
public record ExternalApprovalRequest(
        UUID regioplanId,
        @NotBlank @Size(max = 40) @OneLine String rho,
        @NotEmpty @Size(max = 50) List<@NotNull @Size(max = 40) @OneLine String> regions,
        @NotBlank @Size(max = 200) @OneLine String title,
        @NotNull @Size(max = 200) List<@NotNull @Valid SelectionRequest> interventions,
        @Valid SubjectsRequest subjects,
        @Size(max = WrittenRequest.LINES_MAX) List<@NotNull @Valid ChallengeRequest> challenges,
        @Size(max = WrittenRequest.LINES_MAX) List<@NotNull @Valid ActivityRequest> activities,
        @Size(max = WrittenRequest.LINES_MAX) List<@NotNull @Valid AgreementRequest> agreements,
        @Valid RhoShareRequest rhoShare,
        @NotNull Boolean commitsToLeidraad,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Approval> approvals)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return toDomain().details().faults();
    }

    /** That an insurer approved, who for it, when, and the digest of the document. */
    public record Approval(
            @NotNull Uzovi uzovi,
            @NotBlank @Size(max = 200) @OneLine String approvedBy,
            @NotNull @SchemeTime LocalDate approvedOn,
            @NotNull @Pattern(regexp = DecisionRequest.HASH, message = DecisionRequest.HASH_RULE)
                    String documentDigest) {

        private Evidence toDomain() {
            return new Evidence(uzovi, approvedBy, approvedOn, documentDigest);
        }
    }

    private static final Evidence UNREAD = new Evidence(null, null, null, null);

    /** With no list that is null, and null where something cannot be read; a commitment that cannot is none. */
    Push toDomain() {
        return new Push(
                regioplanId,
                rho,
                regions == null ? List.of() : regions,
                title,
                SelectionRequest.toDomain(interventions),
                WrittenRequest.of(subjects, challenges, activities, agreements, rhoShare),
                Boolean.TRUE.equals(commitsToLeidraad),
                approvals == null
                        ? List.of()
                        : approvals.stream()
                                .map(approval -> approval == null ? UNREAD : approval.toDomain())
                                .toList());
    }
}
