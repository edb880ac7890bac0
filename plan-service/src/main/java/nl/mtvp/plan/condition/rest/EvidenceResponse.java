package nl.mtvp.plan.condition.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.kernel.rest.description.MayBeNull;
import nl.mtvp.plan.condition.domain.ConditionEvidence;

/** What an RHO showed; region and numbers are those of a mandate, else null. */
@JsonPropertyOrder({"id", "condition", "document", "documentDigest", "region", "mandatedGps", "gps", "recordedAt"})
@MayBeNull({"region", "gps", "mandatedGps"})
public record EvidenceResponse(@JsonUnwrapped ConditionEvidence evidence) {}
