package nl.mtvp.plan.regioplan.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import nl.mtvp.kernel.identity.Uzovi;

/** An insurer's confirmation that it approved the pushed content with this hash elsewhere. */
public record ConfirmationRequest(
        @NotNull Uzovi uzovi,
        @NotNull @Pattern(regexp = DecisionRequest.HASH, message = DecisionRequest.HASH_RULE) String contentHash) {}
