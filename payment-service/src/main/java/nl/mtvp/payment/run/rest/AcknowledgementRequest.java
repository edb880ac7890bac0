package nl.mtvp.payment.run.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import nl.mtvp.kernel.rest.OneLine;
import nl.mtvp.payment.run.domain.WarningKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody found who looked at warnings of a proposal. */
@Schema(name = "RunAcknowledgementRequest")
public record AcknowledgementRequest(
        @NotNull
                @Pattern(regexp = "[0-9a-f]{64}", message = "a SHA-256 is 64 lower-case hexadecimal digits")
                @Schema(description = "The run's proposalHash, as you read it")
                String proposalHash,
        @NotNull WarningKind kind,
        @Size(min = 1, max = 200)
                @OneLine
                @Schema(nullable = true, description = "One warning's subject; absent for all of the kind")
                String subject,
        @NotBlank @Size(max = 2_000) String reason) {}
