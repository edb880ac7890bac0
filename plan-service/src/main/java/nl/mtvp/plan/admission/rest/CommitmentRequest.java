package nl.mtvp.plan.admission.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The notary's commitment: the SHA-256 of the seed's 32 bytes. */
public record CommitmentRequest(
        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "a SHA-256 digest has 64 lower-case hexadecimal digits")
                String commitment) {}
