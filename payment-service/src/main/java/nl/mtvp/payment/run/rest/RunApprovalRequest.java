package nl.mtvp.payment.run.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An approval of exactly one proposal. */
public record RunApprovalRequest(
        @NotNull
                @Pattern(regexp = "[0-9a-f]{64}", message = "a SHA-256 is 64 lower-case hexadecimal digits")
                @Schema(description = "The run's proposalHash, as you read it")
                String proposalHash) {}
