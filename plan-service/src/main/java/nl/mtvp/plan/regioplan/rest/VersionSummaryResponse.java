package nl.mtvp.plan.regioplan.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import nl.mtvp.plan.regioplan.domain.VersionSummary;

/** A version in a list. */
@JsonPropertyOrder({"number", "state", "origin", "contentHash"})
public record VersionSummaryResponse(@JsonUnwrapped VersionSummary version) {}
