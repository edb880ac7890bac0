package nl.mtvp.plan.condition.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.mtvp.kernel.failure.Fault;
import nl.mtvp.kernel.rest.body.Foreseen;
import nl.mtvp.kernel.rest.constraint.OneLine;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.domain.ConditionEvidence;

/**
 * What an RHO shows of a condition.
 *
 * @param document its name or reference
 * @param documentDigest SHA-256 of the document
 * @param region with a mandate: whose GPs gave it; else left away, as the numbers
 * @param mandatedGps how many gave it
 * @param gps how many the region has
 */
public record EvidenceRequest(
        @NotNull Condition condition,
        @NotBlank @Size(max = 200) @OneLine String document,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "a SHA-256 digest has 64 lower-case hexadecimal digits")
                String documentDigest,
        @Size(max = 40) @OneLine String region,
        @Min(0) @Max(100_000) Integer mandatedGps,
        @Min(1) @Max(100_000) Integer gps)
        implements Foreseen {

    @Override
    public List<Fault> foreseen(Instant now) {
        return ConditionEvidence.faults(condition, region, mandatedGps, gps);
    }

    ConditionEvidence toDomain(UUID id, Instant now) {
        return new ConditionEvidence(id, condition, document, documentDigest, region, mandatedGps, gps, now);
    }
}
