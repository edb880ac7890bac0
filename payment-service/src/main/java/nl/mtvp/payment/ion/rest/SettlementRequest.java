package nl.mtvp.payment.ion.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to count for a patient of a delivery. */
public record SettlementRequest(
        @NotNull UUID deliveryId,
        @NotNull UUID pseudonym,
        @Schema(description = "One of the practices that were delivered; leave it away for none") Agb countsWith,
        @NotBlank @Size(max = 2_000) @Schema(examples = "insured with us until 31 March only") String reason) {}
