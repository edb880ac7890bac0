package nl.mtvp.plan.monitoring.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.kernel.identity.Agb;
import nl.mtvp.plan.monitoring.domain.StoredValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value as it was delivered; {@code replacedAt} tells when a newer one took its place, and is null while it counts. */
public record IndicatorValueResponse(
        UUID id,
        String indicator,
        @Schema(nullable = true) Agb agb,
        @Schema(nullable = true) String region,
        int year,
        @Schema(examples = "18940") String numerator,
        @Schema(examples = "4210") String denominator,
        boolean baseline,
        Instant recordedAt,
        @Schema(nullable = true) Instant replacedAt) {

    static IndicatorValueResponse of(StoredValue value) {
        var delivered = value.delivered();
        return new IndicatorValueResponse(
                value.id(),
                delivered.indicator(),
                delivered.agb(),
                delivered.region(),
                delivered.year(),
                IndicatorResponse.plain(delivered.numerator()),
                IndicatorResponse.plain(delivered.denominator()),
                delivered.baseline(),
                value.recordedAt(),
                value.replacedAt());
    }
}
