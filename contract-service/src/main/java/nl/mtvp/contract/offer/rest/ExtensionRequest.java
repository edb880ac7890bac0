package nl.mtvp.contract.offer.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import nl.mtvp.kernel.rest.SchemeTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Until when an offer stays open. */
public record ExtensionRequest(
        @NotNull
                @Schema(
                        examples = "2023-09-30T22:00:00Z",
                        description = "The first moment at which it can no longer be accepted; later than it was (D25)")
                @SchemeTime
                Instant expiresAt) {}
