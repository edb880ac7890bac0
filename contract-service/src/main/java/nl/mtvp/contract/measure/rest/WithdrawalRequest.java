package nl.mtvp.contract.measure.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a stop or a clawback is taken back. */
public record WithdrawalRequest(
        @NotBlank @Size(max = 4_000) @Schema(examples = "the appeal is upheld") String reason) {}
