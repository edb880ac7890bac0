package nl.mtvp.contract.annulment.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a contract is to be undone. */
public record AnnulmentRequest(
        @NotBlank @Size(max = 4_000) @Schema(examples = "the start should have been 2023-07-01") String reason) {}
