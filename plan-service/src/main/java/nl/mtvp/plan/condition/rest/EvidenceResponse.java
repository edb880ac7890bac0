package nl.mtvp.plan.condition.rest;

import java.time.Instant;
import java.util.UUID;
import nl.mtvp.plan.condition.domain.Condition;
import nl.mtvp.plan.condition.domain.ConditionEvidence;

/** What an RHO showed; region and numbers are those of a mandate, else null. */
public record EvidenceResponse(
        UUID id,
        Condition condition,
        String document,
        String documentDigest,
        String region,
        Integer mandatedGps,
        Integer gps,
        Instant recordedAt) {

    static EvidenceResponse of(ConditionEvidence evidence) {
        return new EvidenceResponse(
                evidence.id(),
                evidence.condition(),
                evidence.document(),
                evidence.documentDigest(),
                evidence.region(),
                evidence.mandatedGps(),
                evidence.gps(),
                evidence.recordedAt());
    }
}
