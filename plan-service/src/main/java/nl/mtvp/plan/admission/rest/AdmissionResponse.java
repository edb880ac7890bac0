package nl.mtvp.plan.admission.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.admission.domain.Admission;

/** An admitted practice with its ION at the freeze; {@code drawId} is null when the round had no draw. */
@JsonPropertyOrder({"agb", "rho", "region", "hub", "quarter", "ion", "roundId", "drawId", "admittedAt"})
public record AdmissionResponse(@JsonUnwrapped Admission admission) {}
