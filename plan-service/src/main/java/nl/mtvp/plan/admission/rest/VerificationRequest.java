package nl.mtvp.plan.admission.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import nl.mtvp.kernel.rest.CanonicalForm;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A transcript that somebody holds, to be compared with what is recorded.
 *
 * @param drawNumber of the draw that it should be of; none is the last, or the round without a draw
 * @param transcript as it is held, whatever it holds
 */
public record VerificationRequest(
        @Min(1) @Max(1_000) Integer drawNumber,
        @NotNull @CanonicalForm @Schema(type = SchemaType.OBJECT) Map<String, Object> transcript) {}
